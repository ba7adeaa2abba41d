#!/usr/bin/env python3
"""How often the character set of a text is told so that its text comes out right.

    tests/benchmark/charsets.py [--guess build/release/bin/charset_guess] LANGUAGE:CHARSET:SOURCE...

SOURCE is a folder of texts or manual pages in UTF-8 (also .gz), a sample each, or articles as JSON Lines (as
`backfile-indexer extract` prints them), of which those in LANGUAGE are taken. A sample is the first 3,000 characters, in
CHARSET; one that is ASCII alone or cannot be written in CHARSET is left out, and so are those beyond --most. The program
is built by: cmake --build --preset release --target charset_guess
"""
import argparse
import gzip
import json
import pathlib
import subprocess
import tempfile

CHARACTERS = 3000
PYTHONS = {"windows-31j": "cp932", "windows-949": "cp949", "UHC": "cp949", "TIS-620": "cp874"}


def text_of(file):
    data = gzip.open(file).read() if file.suffix == ".gz" else file.read_bytes()
    lines = data.decode("utf-8", "replace").splitlines()
    return "\n".join(line for line in lines if not line.startswith((".", "'")))


def texts_of(source, language):
    if source.is_dir():
        return [text_of(file) for file in sorted(source.rglob("*")) if file.is_file() and not file.is_symlink()]
    opened = gzip.open(source, "rt", encoding="utf-8") if source.suffix == ".gz" else open(source, encoding="utf-8")
    with opened as lines:
        articles = [json.loads(line) for line in lines]
    return ["\n".join([a["headline"] or "", *a["body"]]) for a in articles if (a["language"] or "").startswith(language)]


def samples_of(texts, charset, most):
    samples = {}
    for text in texts:
        text = text[:CHARACTERS]
        try:
            encoded = text.encode(charset)
        except UnicodeEncodeError:
            continue
        if not encoded.isascii():
            samples.setdefault(encoded, text)
    return list(samples.items())[:most]


def comes_out(encoded, charset, text):
    try:
        return encoded.decode(PYTHONS.get(charset, charset)) == text
    except (LookupError, UnicodeDecodeError):
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--guess", default="build/release/bin/charset_guess")
    parser.add_argument("--most", type=int, default=400)
    parser.add_argument("sets", nargs="+")
    given = parser.parse_args()
    print("| language | written in | samples | Backfile | libuchardet | ICU |\n|---|---|---|---|---|---|")
    for one in given.sets:
        language, charset, source = one.split(":", 2)
        samples = samples_of(texts_of(pathlib.Path(source), language), charset, given.most)
        with tempfile.TemporaryDirectory() as folder:
            names = []
            for number, (encoded, _) in enumerate(samples):
                names.append(f"{folder}/{number}")
                pathlib.Path(names[-1]).write_bytes(encoded)
            told = subprocess.run([given.guess], input="\n".join(names), capture_output=True, text=True, check=True)
        right = [0, 0, 0]
        for (encoded, text), line in zip(samples, told.stdout.splitlines()):
            for column, guess in enumerate(line.split("\t")[1:]):
                right[column] += comes_out(encoded, guess, text)
        print(f"| {language} | {charset} | {len(samples)} | {right[0]} | {right[1]} | {right[2]} |")


main()
