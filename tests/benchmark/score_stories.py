#!/usr/bin/env python3
"""How well stories are found: list_stories INDEX | score_stories.py ARCHIVE.jsonl

The truth is an archive made by scaleup.py, whose "dup_of" names the article that another is a near-copy of. Prints
precision and recall over pairs of articles: of the pairs that share a story, how many are copies, and of the copies,
how many share one."""
import collections
import json
import sys


def pairs(groups):
    return sum(len(group) * (len(group) - 1) // 2 for group in groups)


def main():
    first = {}
    for line in open(sys.argv[1], encoding='utf-8'):
        record = json.loads(line)
        original = record.get('dup_of')
        first[record['id']] = first.get(original, original) if original else record['id']
    truth, found, both = (collections.defaultdict(list) for _ in range(3))
    for line in sys.stdin:
        name, story, _ = line.rstrip('\n').split('\t', 2)
        truth[first[name]].append(name)
        found[story].append(name)
        both[story, first[name]].append(name)
    right = pairs(both.values())
    print('articles %d, true pairs %d, found pairs %d, precision %.4f, recall %.4f' % (
        len(first), pairs(truth.values()), pairs(found.values()),
        right / max(pairs(found.values()), 1), right / max(pairs(truth.values()), 1)))


main()
