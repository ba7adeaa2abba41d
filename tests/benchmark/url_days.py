#!/usr/bin/env python3
"""How often the date of a page's article is the day that its address names (standard library only).

  url_days.py FOLDER [--indexer build/release/bin/backfile-indexer]

FOLDER has HTML pages of news sites, whose text nobody has to know. All are read by one run of `backfile-indexer
extract`; of articles of 200 words or more whose address holds a day ("/2013/06/07/") the date is compared with it. A
day more or less is no difference (time zones). Dates that were taken from the address itself are counted apart.
"""
import argparse
import datetime
import json
import pathlib
import re
import subprocess

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
DAY = re.compile(r"(20\d\d)[/-](\d\d?|" + "|".join(MONTHS) + r")[/-](\d\d?)(?=\D|$)|/(20\d\d)(\d\d)(\d\d)/")


def day_of(url):
    found = DAY.search(url or "")
    if not found:
        return None
    year, month, day = [part for part in found.groups() if part]
    try:
        return datetime.date(int(year), MONTHS.index(month) + 1 if month in MONTHS else int(month), int(day))
    except ValueError:
        return None


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--indexer", default="build/release/bin/backfile-indexer")
    args = options.parse_args()
    pages = sorted(str(page) for page in args.folder.glob("*.htm*"))
    run = subprocess.run([args.indexer, "extract", *pages], capture_output=True, text=True, encoding="utf-8")
    articles = [json.loads(line) for line in run.stdout.splitlines()]
    articles = [article for article in articles if article["words"] >= 200]
    same = from_address = 0
    others = []
    for article in articles:
        day = day_of(article["url"])
        if day is None:
            continue
        published = article["published"] or ""
        if article["published_from"] == "url":
            from_address += 1
        elif len(published) >= 10 and abs((datetime.date.fromisoformat(published[:10]) - day).days) <= 1:
            same += 1
        else:
            others.append((day, published or "none", article["url"]))
    undated = sum(article["published"] is None for article in articles)
    print(f"pages={len(pages)} articles={len(articles)} undated={undated} with_day={same + from_address + len(others)} "
          f"same={same} from_address={from_address} other={len(others)}")
    for day, published, url in others:
        print(f"  {day} {published} {url}")


if __name__ == "__main__":
    main()
