#!/usr/bin/env python3
"""Ask a running server every query of a file and print the ranking, for a scorer (standard library only).

  known_items.py http://127.0.0.1:8080 QUERIES.tsv [key=value ...] > RUN

QUERIES.tsv   query_id <tab> text
RUN           query_id <tab> identifier, best first, 100 a query
key=value     more parameters of the search: op=or
Queries are asked as words: quotes and operators in them are not meant (capitals are made small).
"""
import json
import re
import sys
import urllib.parse
import urllib.request


def main():
    server, queries, more = sys.argv[1], sys.argv[2], dict(pair.split("=", 1) for pair in sys.argv[3:])
    for line in open(queries, encoding="utf-8"):
        number, text = line.rstrip("\n").split("\t", 1)
        words = re.sub(r'["()<>:*?~^=+\[\]]|(?<!\w)-', " ", text).lower()
        parameters = {"q": words, "page_size": "100", "fragments": "0", "collapse": "none", **more}
        with urllib.request.urlopen(f"{server}/api/v1/search?{urllib.parse.urlencode(parameters)}") as answer:
            for hit in json.load(answer)["hits"]:
                print(f"{number}\t{hit['identifier']}")


if __name__ == "__main__":
    main()
