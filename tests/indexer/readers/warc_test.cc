#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/readers/warc/http_message.h"
#include "tests/indexer/readers/reading.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;

namespace {

std::vector<ReadResult> read_as(const std::string& name, std::string_view text) {
  const TemporaryFolder folder;
  return read_items(folder.write(name, text), default_options());
}

std::string page(const std::string& headline) {
  std::string text = "<html><head><title>" + headline + "</title></head><body><h1>" + headline + "</h1>";
  for (int i = 0; i < 4; ++i) {
    text +=
        "<p>The harbour master of Selwyn closed the port on Monday, saying that the fog had opinions, and that no "
        "tug would leave before it had been heard. Paragraph " +
        std::to_string(i) + ".</p>";
  }
  return text + "</body></html>";
}

std::string http(const std::string& body, const std::string& fields = "Content-Type: text/html\r\n",
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body;
}

std::string record(const std::string& block, const std::string& type = "response",
                   const std::string& uri = "http://x.example/fog") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri +
         "\r\nWARC-Date: 2025-01-28T10:15:00Z\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block +
         "\r\n\r\n";
}

// "Fog, broken_record, note"
std::string told(const std::vector<ReadResult>& results) {
  std::string text;
  for (const ReadResult& result : results) {
    if (!text.empty()) text += ", ";
    text += result.noted() ? "note" : result.rejected() ? std::string(result.reason()) : result.article().headline;
  }
  return text;
}

}  // namespace

TEST_CASE("a page of a web archive has its address and the day it was fetched") {
  const auto results = read_as("a.warc", record("software: x", "warcinfo") + record(http(page("Fog rules the port"))));
  REQUIRE(told(results) == "Fog rules the port");
  CHECK(results[0].article().url == "http://x.example/fog");
  CHECK(results[0].article().file == "a.warc");
  CHECK(results[0].place.crawled == "2025-01-28T10:15:00Z");
}

TEST_CASE("a home page that a page names as its address does not win over the address it was fetched from") {
  const std::string named =
      "<html><head><link rel=canonical href='http://x.example/'>"
      "<meta property=og:url content='http://x.example'>" +
      page("Fog rules the port").substr(12);
  const auto results = read_as("a.warc", record(http(named)));
  REQUIRE(told(results) == "Fog rules the port");
  CHECK(results[0].article().url == "http://x.example/fog");
}

TEST_CASE("records compressed one by one are one archive") {
  CHECK(told(read_as("a.warc.gz", gzip(record("x", "warcinfo")) + gzip(record(http(page("Fog rules the port")))) +
                                      gzip(record(http(page("Tugs fall silent at last")))))) ==
        "Fog rules the port, Tugs fall silent at last");
}

TEST_CASE("bodies are unchunked and decompressed") {
  const std::string text = page("Fog rules the port");
  auto chunked = [](const std::string& body) {
    return "5;x=1\r\n" + body.substr(0, 5) + "\r\n" + "ffff\r\n" + body.substr(5);
  };
  const std::string type = "Content-Type: text/html\r\n";
  for (const std::string& block : {
           http(chunked(text), type + "Transfer-Encoding: chunked\r\n"),  // the second length is wrong
           http(text, type + "Transfer-Encoding: chunked\r\n"),           // not chunked at all
           http(gzip(text), type + "Content-Encoding: gzip\r\n"),
           http(text, type + "Content-Encoding: gzip\r\n"),  // decompressed by the crawler
           http(text, type + "Content-Encoding: br\r\n"),
           http(text, ""),
       }) {
    CHECK(told(read_as("a.warc", record(block))) == "Fog rules the port");
  }
  CHECK(told(read_as("a.warc", record(http("\x1F\x8B\x08\x01\x02", type + "Content-Encoding: gzip\r\n")))) ==
        "broken_compression");
}

TEST_CASE("what is no page is passed over, and counted") {
  const auto results = read_as(
      "a.warc",
      record("GET / HTTP/1.1", "request") + record("", "revisit") + record(http("gone", "", "404 Not Found")) +
          record(http("\x89PNG\r\n", "Content-Type: image/png\r\n")) +
          record(http("User-agent: *", "Content-Type: text/plain\r\n"), "response", "http://x.example/robots.txt") +
          record(http("{\"a\": 1}", "Content-Type: application/json\r\n")) + record("x", "resource", "dns:x"));
  REQUIRE(told(results) == "note");
  CHECK(results[0].message() ==
        "records that are no pages: 1 application/json without an article, 1 image/png, 1 not of the web, 1 revisit, 1 "
        "status 404, 1 text/plain");
  CHECK(told(read_as("a.warc", record("x", "warcinfo"))) == "empty");
}

TEST_CASE("feeds and records of JSON in a web archive give their articles") {
  const std::string feed =
      "<rss><channel><title>T</title><item><title>Fog</title><description>It was "
      "foggy.</description></item></channel></rss>";
  const auto results = read_as("a.warc", record(http(feed, "Content-Type: application/rss+xml\r\n")) +
                                             record(http(R"({"headline": "Tugs", "articleBody": "They fell silent."})",
                                                         "Content-Type: application/ld+json\r\n")));
  CHECK(told(results) == "Fog, Tugs");
  CHECK(results[1].article().url == "http://x.example/fog");
}

TEST_CASE("a broken record costs only itself") {
  const std::string good = record(http(page("Fog rules the port")));
  const std::string last = record(http(page("Tugs fall silent at last")));
  auto with_length = [&](const std::string& length) {
    std::string changed = good;
    const std::size_t at = changed.find("Content-Length: ");
    return changed.replace(at, changed.find("\r\n", at) - at, "Content-Length: " + length);
  };
  const std::string both = ", Tugs fall silent at last";
  CHECK(told(read_as("a.warc", with_length("10") + last)) == "broken_record" + both);
  CHECK(told(read_as("a.warc", with_length("900") + last)) == "broken_record" + both);
  CHECK(told(read_as("a.warc", with_length("99999999999999999999") + last)) == "broken_record" + both);
  CHECK(told(read_as("a.warc", with_length("-1") + last)) == "broken_record" + both);
  CHECK(told(read_as("a.warc", "WARC/1.0\r\nWARC-Type: response\r\n" + last)) == "broken_record" + both);
  CHECK(told(read_as("a.warc", good + "rubbish\r\n" + last)) == "broken_record" + both);
  CHECK(told(read_as("a.warc", last + good.substr(0, 400))) == "Tugs fall silent at last, broken_record");
  const auto cut = read_as("a.warc", last + good.substr(0, 400));
  CHECK(cut[1].message().find("http://x.example/fog") != std::string::npos);
}

TEST_CASE("damaged gzip costs the records in it, and reading goes on at the next member") {
  std::string damaged = gzip(record(http(page("Fog rules the port"))));
  for (std::size_t i = 60; i < 120; ++i) damaged[i] = '\x55';
  const std::string last = gzip(record(http(page("Tugs fall silent at last"))));
  const std::string first = gzip(record(http(page("Gulls hold the pier"))));
  const std::string around = told(read_as("a.warc.gz", first + damaged + last));
  CAPTURE(around);
  CHECK(around.starts_with("Gulls hold the pier, broken_"));
  CHECK(around.ends_with("Tugs fall silent at last"));
  const std::string cut = told(read_as("a.warc.gz", last + damaged.substr(0, 100)));
  CHECK(cut.starts_with("Tugs fall silent at last, "));
}

TEST_CASE("what stands before damage never becomes one line with what stands behind it") {
  std::string damaged = gzip(record(http(page("Fog rules the port"))) + "no end of line");
  damaged[damaged.size() - 6] ^= 1;  // the checksum
  const std::string last = gzip(record(http(page("Tugs fall silent at last"))));
  CHECK(told(read_as("a.warc.gz", damaged + last)).ends_with(", Tugs fall silent at last"));
}

TEST_CASE("a web archive is known by its name where its first record is damaged, and costs that record") {
  const std::string first = gzip(record(http(page("Fog rules the port"))));
  const std::string last = gzip(record(http(page("Tugs fall silent at last"))));
  for (std::size_t from : {0, 3, 10, 12, 40, 150}) {
    std::string damaged = first;
    for (std::size_t i = from; i < from + 20; ++i) damaged[i] = '\x55';
    const auto results = read_as("a.warc.gz", damaged + last);
    CAPTURE(from);
    CAPTURE(results[0].message());
    REQUIRE(results.size() > 1);
    CHECK(told(results).starts_with("broken_"));
    CHECK(told(results).ends_with(", Tugs fall silent at last"));
  }
  CHECK(told(read_as("a.warc.gz", first.substr(0, 30) + last)).ends_with(", Tugs fall silent at last"));
  CHECK(told(read_as("a.warc", std::string("\1\0\2 rubbish\r\n", 13) + record(http(page("Fog rules the port"))))) ==
        "broken_record, Fog rules the port");
  CHECK(told(read_as("a.warc.gz", first.substr(0, 30))) == "broken_compression");
  CHECK(told(read_as("a.warc.gz", std::string(600, '\1'))) == "broken_compression");
  CHECK(told(read_as("a.warc.gz", page("Fog rules the port"))) == "Fog rules the port");
}

TEST_CASE("ARC files are read, addresses with spaces too") {
  const std::string block = http(page("Fog rules the port"));
  const auto results = read_as("a.arc",
                               "filedesc://x.arc 0.0.0.0 20250128101500 text/plain 15\n1 0 Collection\n\n"
                               "http://x.example/a b?c d 192.0.2.1 20250128101500 text/html " +
                                   std::to_string(block.size()) + "\n" + block + "\n");
  REQUIRE(told(results) == "Fog rules the port");
  CHECK(results[0].article().url == "http://x.example/a b?c d");
  CHECK(results[0].place.crawled == "2025-01-28T10:15:00Z");
}

TEST_CASE("a body that decompresses beyond the limit is rejected") {
  CHECK_FALSE(decompressed(gzip(std::string(1'000'000, 'x')), "gzip", 500'000));
  CHECK(decompressed(gzip("x"), "gzip", 500'000) == "x");
  CHECK(decompressed("x", "identity", 5) == "x");
}
