#!/usr/bin/env python3
"""Known-item queries from any archive: words that a reader remembers of one article, which is then to be found.

  make_known_items.py ARCHIVE.jsonl[.gz] KIND OUT [--count 200] [--seed 1]

Writes OUT.tsv (query_id <tab> text) and OUT.qrels (TREC format). The articles are JSON objects, one a line, with title
and text, and id (or file). An article whose title another one has too is never asked for. The same seed gives the same
queries. KIND is one of:
  title      the title as it stands
  piece      three to five words of the title, in their order
  misspelt   the title, one letter of one word changed, left out or doubled
  dropped    the title, one word left out and one put in another form (plural, singular, past)
  rare       five words of the text that few articles have
  middle     six words of the text that neither few nor many articles have
  sentence   the first sentence of the text, at most 25 words
Chinese titles have no spaces. Their words are taken to be the pieces of two to four characters that three articles or
more have in their titles, longest first:
  hanwords   two to four words of the title, with spaces
  hanrun     the same words, run together
"""
import argparse
import collections
import gzip
import json
import random
import re

KINDS = "title piece misspelt dropped rare middle sentence hanwords hanrun".split()
HAN = re.compile(r"[\u4e00-\u9fff]+")


def read(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    articles, titles = [], collections.Counter()
    for line in opened:
        row = json.loads(line)
        title, text = (row.get("title") or "").strip(), (row.get("text") or "").strip()
        titles[title.lower()] += 1
        articles.append((str(row.get("id") or row.get("file")), title, text))
    return [article for article in articles if titles[article[1].lower()] == 1]


def words_of(text):
    return re.findall(r"[a-z]{3,}", text.lower())


def misspell(word, chance):
    at = chance.randrange(1, len(word))
    change = chance.choice(["change", "leave", "double"])
    if change == "leave":
        return word[:at] + word[at + 1 :]
    return word[:at] + (chance.choice("aeiourstln") if change == "change" else word[at] * 2) + word[at + 1 :]


def other_form(word):
    if word.lower().endswith("s"):
        return word[:-1]
    return word + ("ed" if word.lower().endswith(("l", "n", "t", "k")) else "s")


class Maker:
    def __init__(self, articles, chance):
        self.chance = chance
        self.articles_with = collections.Counter(word for _, _, text in articles for word in set(words_of(text)))
        self.count = len(articles)
        self.han = collections.Counter()
        for _, title, _ in articles:
            runs = HAN.findall(title)
            self.han.update({run[i : i + n] for run in runs for n in (2, 3, 4) for i in range(len(run) - n + 1)})

    def make(self, kind, title, text):
        return getattr(self, kind)(title.split(), title, text)

    def title(self, words, title, _):
        return title if len(words) >= 4 or len(title) >= 10 and HAN.search(title) else None

    def piece(self, words, *_):
        words = [word for word in words if len(word) > 2]
        if len(words) < 5:
            return None
        kept = sorted(self.chance.sample(range(len(words)), self.chance.randint(3, min(5, len(words) - 1))))
        return " ".join(words[i] for i in kept)

    def misspelt(self, words, *_):
        long = [i for i, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
        if len(words) < 4 or not long:
            return None
        at = self.chance.choice(long)
        return " ".join(words[:at] + [misspell(words[at], self.chance)] + words[at + 1 :])

    def dropped(self, words, *_):
        long = [i for i, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
        if len(words) < 5 or len(long) < 2:
            return None
        formed, left = self.chance.sample(long, 2)
        return " ".join(other_form(w) if i == formed else w for i, w in enumerate(words) if i != left)

    def from_text(self, text, least, most, count):
        fit = sorted({word for word in words_of(text) if least <= self.articles_with[word] <= most})
        return " ".join(self.chance.sample(fit, count)) if len(fit) >= count else None

    def rare(self, _words, _title, text):
        return self.from_text(text, 2, max(self.count // 200, 5), 5)

    def middle(self, _words, _title, text):
        return self.from_text(text, self.count // 100, self.count // 10, 6)

    def sentence(self, _words, _title, text):
        words = re.split(r"(?<=[a-z\d]{2})[.!?]\s|\n", text)[0].split()
        return " ".join(words[:25]) if len(words) >= 8 else None

    def hanwords(self, _words, title, _text, between=" "):
        found = []
        for run in HAN.findall(title):
            at = 0
            while at + 1 < len(run):
                size = next((n for n in (4, 3, 2) if at + n <= len(run) and self.han[run[at : at + n]] >= 3), 0)
                if size:
                    found.append(run[at : at + size])
                at += size or 1
        if len(found) < 3:
            return None
        kept = sorted(self.chance.sample(range(len(found)), min(len(found) - 1, self.chance.randint(2, 4))))
        return between.join(found[i] for i in kept)

    def hanrun(self, words, title, text):
        return self.hanwords(words, title, text, "")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("out")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(f"{given.seed} {given.kind}")
    articles = read(given.archive)
    maker = Maker(articles, chance)
    chance.shuffle(articles)
    number = 0
    with open(given.out + ".tsv", "w", encoding="utf-8") as queries, open(given.out + ".qrels", "w") as judged:
        for identifier, title, text in articles:
            query = maker.make(given.kind, title, text) if number < given.count else None
            if not query:
                continue
            number += 1
            queries.write(f"{number}\t{' '.join(query.split())}\n")
            judged.write(f"{number} 0 {identifier} 1\n")


if __name__ == "__main__":
    main()
