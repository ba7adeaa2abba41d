#!/usr/bin/env python3
"""Score rankings against relevance judgments, the two halves of the queries apart (standard library only).

  score.py QRELS RUN [RUN ...]

RUN    query_id <tab or space> identifier, best first
QRELS  TREC format: query_id 0 identifier relevance
One line a run: nDCG@10, MRR and MAP of the queries with odd numbers (to choose by), then of those with even numbers
(held out: to report). A judged query without hits counts as 0.
"""
import collections
import math
import re
import sys


def read(path, columns):
    rows = [line.split() for line in open(path, encoding="utf-8") if line.strip()]
    for number, row in enumerate(rows, 1):
        if len(row) < columns:
            sys.exit(f"{path}:{number}: expected {columns} columns")
    return rows


def dcg(gains):
    return sum((2 ** gain - 1) / math.log2(rank + 2) for rank, gain in enumerate(gains))


def score(relevant, ranking):
    found = [rank for rank, article in enumerate(ranking, 1) if article in relevant]
    ideal = dcg(sorted(relevant.values(), reverse=True)[:10])
    return (
        dcg([relevant.get(article, 0) for article in ranking[:10]]) / ideal,
        1 / found[0] if found else 0.0,
        sum(number / rank for number, rank in enumerate(found, 1)) / len(relevant),
    )


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    judged = collections.defaultdict(dict)
    for query, _, article, gain in (row[:4] for row in read(sys.argv[1], 4)):
        if int(gain) > 0:
            judged[query][article] = int(gain)
    for path in sys.argv[2:]:
        hits = collections.defaultdict(dict)
        for query, article in (row[:2] for row in read(path, 2)):
            hits[query].setdefault(article)
        halves = ([], [])
        for query, relevant in judged.items():
            half = halves[0 if int(re.sub(r"\D", "", query)) % 2 else 1]
            half.append(score(relevant, list(hits[query])))
        cells = ["/".join(f"{sum(column) / len(half):.3f}" for column in zip(*half)) for half in halves]
        print(f"{cells[0]}  {cells[1]}  {path}")


if __name__ == "__main__":
    main()
