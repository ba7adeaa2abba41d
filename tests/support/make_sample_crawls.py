#!/usr/bin/env python3
"""Makes those files of the sample archive that are not written by hand: tests/support/make_sample_crawls.py

  crawl/aldermouth.warc            a page fetched twice, with the records that stand around pages in a web archive
  crawl/severny-prichal.warc.gz    a page in Windows-1251, its body chunked and compressed
  minerals-ledger/tungsten-tailings.txt.zst    a page's text in Windows-1252, compressed (needs the program zstd)

The pages are those in tests/support/pages. The same bytes come out at every run.
"""

import gzip
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
PAGES = HERE / "pages"
ARCHIVE = HERE.parent / "archive"
ECHO = "https://echo.example/news/gull-census"


def record(kind, date, block, uri="", content_type="application/http; msgtype=response"):
    lines = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Date: {date}"]
    if uri:
        lines.append(f"WARC-Target-URI: {uri}")
    lines += [f"Content-Type: {content_type}", f"Content-Length: {len(block)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def answer(status, fields, body):
    return (f"HTTP/1.1 {status}\r\n" + "".join(field + "\r\n" for field in fields) + "\r\n").encode() + body


def chunked(body, size):
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n" % len(piece) + piece + b"\r\n" for piece in pieces) + b"0\r\n\r\n"


def info(date):
    return record("warcinfo", date, b"software: made by hand\r\nformat: WARC File Format 1.0\r\n",
                  content_type="application/warc-fields")


def gull_census(count, nets, correction):
    page = (PAGES / "gull-census.html").read_text(encoding="utf-8")
    page = page.replace("{{COUNT}}", count).replace("{{NETS}}", nets).replace("{{CORRECTION}}", correction)
    return answer("200 OK", ["Content-Type: text/html; charset=utf-8"], page.encode())


def aldermouth():
    first = gull_census("14,000", "600", "")
    second = gull_census(
        "1,400", "60",
        "<p>Correction: an earlier version of this article had ten times as many gulls, and ten times as many nets.</p>\n")
    asked = b"GET /news/gull-census HTTP/1.1\r\nHost: echo.example\r\n\r\n"
    return b"".join([
        info("2025-05-06T09:00:00Z"),
        record("request", "2025-05-06T09:00:01Z", asked, ECHO, "application/http; msgtype=request"),
        record("response", "2025-05-06T09:00:01Z", first, ECHO),
        record("response", "2025-05-06T09:00:02Z",
               answer("404 Not Found", ["Content-Type: text/html"], b"<h1>Not here</h1>"), "https://echo.example/emu"),
        record("revisit", "2025-05-07T09:00:01Z", answer("200 OK", [], b""), ECHO),
        record("response", "2025-05-09T09:00:01Z", second, ECHO),
    ])


def severny_prichal():
    page = (PAGES / "lighthouse-ru.html").read_text(encoding="utf-8").encode("cp1251")
    fields = ["Content-Type: text/html; charset=windows-1251", "Content-Encoding: gzip", "Transfer-Encoding: chunked"]
    block = answer("200 OK", fields, chunked(gzip.compress(page, mtime=0), 500))
    records = [info("2025-08-22T06:00:00Z"),
               record("response", "2025-08-22T06:00:01Z", block, "http://prichal.example/port/mayak-za-rubl")]
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def tungsten_tailings():
    text = (PAGES / "tungsten-tailings.txt").read_text(encoding="utf-8").encode("cp1252")
    return subprocess.run(["zstd", "-19", "-q", "-c"], input=text, stdout=subprocess.PIPE, check=True).stdout


def main():
    for name, content in [("crawl/aldermouth.warc", aldermouth()),
                          ("crawl/severny-prichal.warc.gz", severny_prichal()),
                          ("minerals-ledger/tungsten-tailings.txt.zst", tungsten_tailings())]:
        (ARCHIVE / name).parent.mkdir(exist_ok=True)
        (ARCHIVE / name).write_bytes(content)


main()
