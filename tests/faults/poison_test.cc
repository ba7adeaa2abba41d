// Articles that are poison to an index: each is found or named, and all good ones beside it are found.
#include <doctest/doctest.h>

#include <iostream>

#include "tests/faults/trial.h"

using namespace backfile;

namespace {

struct Poison {
  const char* kind;
  const char* file;
  std::string text;
};

std::string times(std::string_view piece, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += piece;
  return all;
}

// A line of JSON of which one field is given as it is to stand there.
std::string json(const std::string& field, const std::string& value) {
  return "{\"id\": \"poison\", \"headline\": \"Poison\", \"" + field + "\": " + value + "}\n";
}
std::string body(const std::string& text) { return json("body", '"' + text + '"'); }
std::string html(const std::string& text) {
  return "<html><head><title>Poison</title></head><body><article><h1>Poison</h1><p>" + text + "</p></article>";
}

std::vector<Poison> words() {
  using namespace std::string_literals;
  return {
      {"NULs in words", "p.json", body(times("a\\u0000b", 200))},
      {"a word of NULs alone", "p.json", body(times("\\u0000", 245))},
      {"raw NULs", "p.txt", "Poison\n\n" + times("a\0b "s, 500)},
      {"nothing but NULs", "p.txt", std::string(5000, '\0')},
      {"a word of 100,000 letters", "p.json", body(std::string(100000, 'w'))},
      {"words of 240 to 260 letters", "p.json", body([] {
         std::string all;
         for (std::size_t i = 240; i < 260; ++i) all += std::string(i, 'q') + " ";
         return all;
       }())},
      {"1 MB of combining marks", "p.json", body("e" + times("\xCC\x81", 500000))},
      {"combining marks and nothing to combine with", "p.json", body(times("\xCC\x81 ", 1000))},
      {"overrides of direction", "p.json", body(times("\xE2\x80\xAEreversed\xE2\x80\xAC \xE2\x81\xA6isolated ", 500))},
      {"broken UTF-8", "p.txt", "Poison\n\n" + times("\xC3\x28 \xF0\x28\x8C\x28 \xFF\xFE \xED\xA0\x80 ", 500)},
      {"UTF-8 cut in its last character", "p.txt", "Poison\n\nIt ends in a euro \xE2\x82"},
      {"overlong UTF-8", "p.txt", "Poison\n\n" + times("\xC0\x80\xE0\x80\xAF ", 500)},
      {"lone surrogates", "p.json", body(times("\\ud800 \\udfff ", 500))},
      {"private and unassigned characters", "p.json", body(times("\xF4\x8F\xBF\xBF \xEE\x80\x80 \xEF\xBF\xBF ", 500))},
      {"zero-width characters", "p.json", body(times("z\xE2\x80\x8B\xE2\x80\x8D\xEF\xBB\xBF", 5000))},
      {"1 MB without a space", "p.json", body(times("abc-", 250000))},
      {"1 MB of Han without a stop", "p.json", body(times("\xE7\xA8\x80\xE5\x9C\x9F", 170000))},
      {"every character of the first plane", "p.json", body([] {
         std::string all;
         for (unsigned c = 0x800; c < 0xD800; ++c) {
           all += {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
                   static_cast<char>(0x80 | (c & 0x3F))};
         }
         return all;
       }())},
      {"200,000 different words", "p.json", body([] {
         std::string all;
         for (int i = 0; i < 200000; ++i) all += "w" + std::to_string(i) + " ";
         return all;
       }())},
      {"one word 200,000 times", "p.json", body(times("tug ", 200000))},
  };
}

std::vector<Poison> fields() {
  return {
      {"10,000 topics", "p.json", json("topics", "[\"topic\"" + times(", \"topic \\u00e9\"", 10000) + "]")},
      {"10,000 writers", "p.json", json("byline", "[\"A B\"" + times(", \"C D\"", 10000) + "]")},
      {"a topic of 100,000 letters", "p.json", json("topics", "[\"" + std::string(100000, 't') + "\"]")},
      {"a publication of NULs", "p.json", json("publication", '"' + times("\\u0000", 300) + '"')},
      {"an address of 100,000 letters", "p.json", json("url", "\"https://p.example/" + std::string(100000, 'u') + '"')},
      {"an address of control characters", "p.json", json("url", "\"https://p.example/\\u0000\\u0001\\n\"")},
      {"a headline of 1 MB", "p.json", json("title", '"' + times("head ", 200000) + '"')},
      {"an identifier of 100,000 digits", "p.json", json("guid", std::string(100000, '7'))},
      {"a date that is none", "p.json", json("published", "\"99999-99-99T99:99:99+99:99\"")},
      {"fields of the wrong kind", "p.json", json("body", "{\"a\": [1, null, {}]}")},
      {"JSON 100,000 levels deep", "p.json", json("body", times("[", 100000) + times("]", 100000))},
      {"JSON that ends early", "p.json", "{\"headline\": \"Poison\", \"body\": \"It"},
      {"10,000 unknown fields", "p.json", json("x", "1" + times(", \"y\": 2", 10000))},
      {"HTML 100,000 levels deep", "p.html", html(times("<div>", 100000) + "Poison")},
      {"HTML of 200,000 attributes", "p.html", html("<p " + times("a=b ", 200000) + ">Poison</p>")},
      {"HTML that never closes a comment", "p.html", html("Poison <!-- " + std::string(1 << 20, '-'))},
      {"entities of entities", "p.xml",
       "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
       "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]><r>&d;&d;&d;</r>"},
      {"a gzip file that is none", "p.json.gz", "\x1F\x8B\x08" + std::string(1000, '\xAA')},
      {"a web archive of random bytes", "p.warc",
       "WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n" + times("\x01", 999)},
      {"an empty file", "p.txt", ""},
  };
}

}  // namespace

TEST_CASE("no kind of poison takes a good article with it") {
  std::vector<Poison> all = words();
  for (Poison& poison : fields()) all.push_back(std::move(poison));
  CHECK(all.size() == 40);
  const Trial good(static_cast<int>(rounds(50, 1000)));
  const Headlines expected = good.headlines();
  Tally tally("kinds of poison, all good articles found");
  std::size_t indexed = 0;
  std::size_t named = 0;
  for (const Poison& poison : all) {
    const std::filesystem::path file = good.archive() / poison.file;
    std::ofstream(file, std::ios::binary) << poison.text;
    const Outcome outcome = good.run_indexer({"--full"});
    const Headlines found = published(good.index());
    CAPTURE(std::string(poison.kind));
    CAPTURE(outcome.exit);
    CAPTURE(outcome.out);
    CAPTURE(outcome.err.substr(0, 1000));
    std::size_t good_ones = 0;
    for (const std::string& headline : expected) good_ones += found.contains(headline) ? 1 : 0;
    const bool is_there = outcome.exit == 0 && found.size() == expected.size() + 1;
    const bool is_named = outcome.exit == 3 && outcome.err.find(poison.file) != std::string::npos;
    indexed += is_there ? 1 : 0;
    named += is_named && !is_there ? 1 : 0;
    const bool whole = good_ones == expected.size() && (is_there || is_named);
    CHECK(whole);
    tally.add(whole);
    std::filesystem::remove(file);
  }
  std::cout << "faults: of " << all.size() << " kinds of poison " << indexed << " are articles and found, " << named
            << " are rejected and named\n";
}
