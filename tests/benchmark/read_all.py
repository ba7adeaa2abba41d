#!/usr/bin/env python3
"""Reads every file below some folders and prints a table: articles, rejections by reason, notes.

    tests/benchmark/read_all.py [--indexer build/release/bin/backfile-indexer] FOLDER...

The programs have to be built. Exits with 1 where a file gives nothing at all, or the indexer dies.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import time


def read(indexer, file):
    begun = time.monotonic()
    done = subprocess.run([indexer, "extract", str(file)], capture_output=True, timeout=300)
    articles = [json.loads(line) for line in done.stdout.splitlines()]
    return articles, done.stderr.decode("utf-8", "replace").splitlines(), done.returncode, time.monotonic() - begun


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--indexer", default="build/release/bin/backfile-indexer")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    given = parser.parse_args()
    totals = collections.Counter()
    failed = False
    for folder in given.folders:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            articles, messages, code, seconds = read(given.indexer, file)
            bodies = sum(1 for article in articles if article["body"])
            dated = sum(1 for article in articles if article["published"])
            print(f"{str(file.relative_to(folder)):55} {len(articles):5} articles {bodies:5} bodies {dated:5} dated "
                  f"{seconds:6.2f} s")
            for message in messages:
                print("      " + re.sub(r"^.*?" + re.escape(file.name), "", message)[:200])
            totals["files"] += 1
            totals["articles"] += len(articles)
            totals["dated"] += dated
            totals["files without an article"] += not articles
            failed = failed or code not in (0, 3) or not (articles or messages)
    print(", ".join(f"{name} {count}" for name, count in totals.items()))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
