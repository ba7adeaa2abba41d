#!/usr/bin/env python3
"""How well articles are got out of HTML pages whose text is known (standard library only).

  extract_pages.py FOLDER [--indexer build/release/bin/backfile-indexer] [--answers FILE] [--half even|odd] [--worst N]

FOLDER has `gold.jsonl` and `pages/`. Each line of gold.jsonl is a JSON object with "file" (a name in pages/), "text",
and perhaps "title", "author" (names with commas between) and "date" (ISO). All pages are read by one run of
`backfile-indexer extract`, or the answers of another extractor come from FILE (peer_extractors.mjs).

Text is compared as bags of runs of four words, as public comparisons of extractors do it: of each page the share of what
was found that is right, and of what is right that was found; precision and recall are their means, F1 the harmonic mean
of the two. A page without an answer counts as one without text. Headlines are equal when their letters and digits are,
bylines when the sets of their names are, dates when their days are. `--half` takes every second line, from the first
(even: lines are counted from 0) or the second, for developing on one half and judging by the other.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import time
import unicodedata

WORD = re.compile(r"\w+")


def runs(text, size=4):
    words = WORD.findall(text or "")
    return collections.Counter(tuple(words[i:i + size]) for i in range(max(1, len(words) - size + 1)) if words)


def shares(gold, found):
    """Precision and recall of one page."""
    wanted, had = runs(gold), runs(found)
    if wanted == had:
        return 1.0, 1.0
    right = sum((wanted & had).values())
    return right / max(1, sum(had.values())), right / max(1, sum(wanted.values()))


def folded(text):
    return " ".join(WORD.findall(unicodedata.normalize("NFKC", text or "").casefold()))


def names(byline):
    if isinstance(byline, list):
        byline = ", ".join(byline)
    byline = re.sub(r"^\s*(by|von|par|por)\s+", "", byline or "", flags=re.IGNORECASE)
    return {folded(part) for part in re.split(r",|;|&| and | und | et | y |\n", byline) if folded(part)}


AGREES = {
    "title": lambda article, gold: folded(article.get("headline")) == folded(gold),
    "author": lambda article, gold: names(article.get("byline")) == names(gold),
    "date": lambda article, gold: (article.get("published") or "")[:10] == gold[:10],
}


def extract(indexer, folder):
    pages = os.path.join(folder, "pages")
    files = [os.path.join(pages, name) for name in sorted(os.listdir(pages))]
    began = time.monotonic()
    output = subprocess.run([indexer, "extract", *files], capture_output=True, check=False).stdout.decode()
    return output, f" pages/s={len(files) / (time.monotonic() - began):.0f}"


def by_file(answers):
    articles = [json.loads(line) for line in answers.split("\n") if line]
    return {os.path.basename(article["file"]): article for article in articles}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder")
    options.add_argument("--indexer", default="build/release/bin/backfile-indexer")
    options.add_argument("--answers", help="JSON lines of another extractor; the indexer is not run")
    options.add_argument("--half", choices=["even", "odd"])
    options.add_argument("--worst", type=int, default=0)
    args = options.parse_args()
    if args.answers:
        with open(args.answers, encoding="utf-8") as file:
            answers, speed = file.read(), ""
    else:
        answers, speed = extract(args.indexer, args.folder)
    articles = by_file(answers)
    with open(os.path.join(args.folder, "gold.jsonl"), encoding="utf-8") as lines:
        golds = [json.loads(line) for line in lines if line.strip()]
    if args.half:
        golds = golds[args.half == "odd"::2]
    scores, agree, asked = [], collections.Counter(), collections.Counter()
    for gold in golds:
        article = articles.get(gold["file"], {})
        if gold.get("text"):
            scores.append((*shares(gold["text"], "\n".join(article.get("body") or [])), bool(article.get("body")), gold["file"]))
        for field, agrees in AGREES.items():
            if gold.get(field):
                asked[field] += 1
                agree[field] += agrees(article, gold[field])
    found = [score for score in scores if score[2]]
    precision = sum(score[0] for score in found) / max(1, len(found))
    recall = sum(score[1] for score in scores) / max(1, len(scores))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"pages={len(scores)} precision={precision:.4f} recall={recall:.4f} F1={f1:.4f}", end="")
    for field in AGREES:
        if asked[field]:
            print(f" {field}={agree[field]}/{asked[field]}={agree[field] / asked[field]:.3f}", end="")
    print(speed)
    for score in sorted(scores, key=lambda one: one[0] + one[1])[:args.worst]:
        print(f"  precision={score[0]:.3f} recall={score[1]:.3f} {score[3]}")


if __name__ == "__main__":
    main()
