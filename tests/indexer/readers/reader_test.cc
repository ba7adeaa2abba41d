#include "indexer/readers/reader.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "tests/indexer/readers/reading.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;
using std::string_literals::operator""s;

namespace {

constexpr const char* kProse =
    "The harbour master of Selwyn closed the port on Monday, saying that the fog had opinions.";

std::string record(int number) {
  return R"({"title": "Article )" + std::to_string(number) + R"(", "text": ")" + kProse + "\"}";
}

std::vector<ReadResult> read_text_as(const std::string& name, std::string_view text,
                                     ReadOptions options = default_options()) {
  const TemporaryFolder folder;
  return read_items(folder.write(name, text), options);
}

// "Article 1 @0:1, not_json @1:2"
std::string told(const std::vector<ReadResult>& results) {
  std::string text;
  for (const ReadResult& result : results) {
    text += (text.empty() ? "" : ", ") +
            (result.rejected() ? std::string(result.reason()) : result.article().headline) + " @" +
            std::to_string(result.place.number) + ":" + std::to_string(result.place.line);
  }
  return text;
}

}  // namespace

TEST_CASE("the format is told by content and name") {
  const std::string page = "Fog\n\n"s + kProse;
  const std::string pretty = "{\n  \"title\": \"Article 1\",\n  \"text\": \"x\"\n}\n";
  struct Case {
    std::string name;
    std::string content;
    std::string told;
  };
  const std::vector<Case> table{
      {"a.txt", page, "Fog @0:0"},
      {"a", page, "Fog @0:0"},
      {"a.text", page, "Fog @0:0"},
      {"a.txt.gz", gzip(page), "Fog @0:0"},
      {"a.txt", gzip(page), "Fog @0:0"},
      {"a.gz", page, "Fog @0:0"},
      {"a.json", record(1), "Article 1 @0:1"},
      {"a.json", pretty, "Article 1 @0:0"},
      {"a.json", pretty + pretty, "Article 1 @0:0, Article 1 @1:0"},
      {"a.json", "[" + record(1) + ", " + record(2) + "]", "Article 1 @0:0, Article 2 @1:0"},
      {"a.json", "\xEF\xBB\xBF[\n" + record(1) + ",\n" + record(2) + "\n]\n", "Article 1 @0:0, Article 2 @1:0"},
      {"a.json", record(1) + "\n" + record(2), "Article 1 @0:1, Article 2 @1:2"},
      {"a.jsonl", record(1) + "\n\n" + record(2) + "\n", "Article 1 @0:1, Article 2 @1:3"},
      {"a.ndjson", record(1) + "\r\n" + record(2), "Article 1 @0:1, Article 2 @1:2"},
      {"a.json", "{\"title\": \"cut\n" + record(2), "not_json @0:1, Article 2 @1:2"},
      {"a.jsonl", "[" + record(1) + "]", "Article 1 @0:0"},
      {"a.jsonl.gz", gzip(record(1) + "\n" + record(2)), "Article 1 @0:1, Article 2 @1:2"},
      {"dump", record(1) + "\n" + record(2), "Article 1 @0:1, Article 2 @1:2"},
      {"a.txt", "{\"quoted\": words\n\n"s + kProse, "{\"quoted\": words @0:0"},
      {"a.jsonl", "\xFF\xFE{\0\"\0t\0i\0t\0l\0e\0\"\0:\0\"\0A\0\"\0}\0"s, "A @0:1"},
      {"a.txt", "", "empty @0:0"},
      {"a.json", " \n\n", "empty @0:0"},
      {"a.txt", "\xEF\xBB\xBF", "empty @0:0"},
      {"a.txt", "\xFF\xFE", "empty @0:0"},
      {"a.txt", gzip(""), "empty @0:0"},
      {"a.json", "[]", "empty @0:0"},
      {"a.jsonl", std::string(100'000, '\n'), "empty @0:0"},
      {"a.json", "hello", "not_json @0:0"},
      {"a.json", "[1, \"two\"]", "not_an_object @0:0, not_an_object @1:0"},
      {"a.jsonl", "{\"title\": \"cut", "not_json @0:1"},
      {"a.pdf", "%PDF-1.7\n...", "format_not_read @0:0"},
      {"a.txt", "%PDF-1.7\n...", "format_not_read @0:0"},
      {"a.docx", "PK\3\4....", "format_not_read @0:0"},
      {"a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "format_not_read @0:0"},
      {"a.png", "\x89PNG\r\n\x1A\n", "format_not_read @0:0"},
      {"a.jpg", "\xFF\xD8\xFF\xE0", "format_not_read @0:0"},
      {"a",
       "\x7F"
       "ELF\2\1\1",
       "format_not_read @0:0"},
      {"a.html", "<!DOCTYPE html><p>Fog", "Fog @0:0"},
      {"a.txt", "\n <html><p>Fog", "Fog @0:0"},
      {"a.xml", "<?xml version=\"1.0\"?><rss/>", "empty @0:0"},
      {"a.xml", "<?xml version=\"1.0\"?><catalog/>", "format_not_read @0:0"},
      {"a", " <!-- made by hand --><rss><channel><item><title>Fog</title></item></channel></rss>", "Fog @0:1"},
      {"a.warc", "WARC/1.0\r\n", "broken_record @0:0"},
      {"a.warc.gz", gzip("WARC/1.0\r\n"), "broken_record @0:0"},
      {"a.md", "# Fog\n", "Fog @0:0"},
      {"a.dat", "text\0with\0nuls"s, "format_not_read @0:0"},
      {"a.gz", gzip(gzip(page)), "format_not_read @0:0"},
      {"css/main.css", "body { color: black }", "format_not_read @0:0"},
      {"a.min.JS", "var fog = 1;", "format_not_read @0:0"},
      {"logo.svg", "<svg><text>The Packet</text></svg>", "format_not_read @0:0"},
      {"ships.csv.gz", gzip("name,port\nLamp,Selwyn\n"), "format_not_read @0:0"},
      {"crawl.log", kProse, "format_not_read @0:0"},
      {"a.mhtml", "From: x\n\n"s + kProse, "format_not_read @0:0"},
      {"fog.html~", "<!DOCTYPE html><p>Fog", "format_not_read @0:0"},
      {"x/robots.txt", "User-agent: *", "format_not_read @0:0"},
      {"empty.css", "", "empty @0:0"},
      {"fog.php", "<html><p>Fog", "Fog @0:0"},
      {"robots.2025.txt", "Fog", "Fog @0:0"},
      {"log", "Fog", "Fog @0:0"},
  };
  for (const Case& row : table) {
    CAPTURE(row.name);
    CAPTURE(row.content);
    CHECK(told(read_text_as(row.name, row.content)) == row.told);
  }
}

TEST_CASE("a rejected format says what was found and what is read") {
  CHECK(read_text_as("a.pdf", "%PDF-1.7")[0].message() ==
        "found a PDF file; read are plain text, JSON, JSON Lines, HTML, XML, Markdown and a web archive (WARC), also "
        "as .gz and .zst");
}

TEST_CASE("a file that is not there or is a folder is unreadable") {
  const TemporaryFolder folder;
  CHECK(told(read_items(folder.path() / "missing.txt", default_options())) == "unreadable @0:0");
  CHECK(told(read_items(folder.path(), default_options())) == "unreadable @0:0");
}

TEST_CASE("one bad line costs no other, and says why") {
  const auto results = read_text_as("a.jsonl", record(1) + "\n{\"title\": \"unclosed}\n" + record(3) +
                                                   "\n[1]\n{}\n\xFF\xFE\n{\"title\": 7}\n" + record(8));
  CHECK(
      told(results) ==
      "Article 1 @0:1, not_json @1:2, Article 3 @2:3, not_an_object @3:4, empty @4:5, not_json @5:6, 7 @6:7, Article 8 "
      "@7:8");
  CHECK(results[1].message().find("parse error") != std::string::npos);
  CHECK(results[3].message() == "a JSON array, not an object");
  CHECK(results[4].message() == "an object without keys");
}

TEST_CASE("a record without a headline and a body names its keys") {
  const auto results = read_text_as("a.jsonl", R"({"kopf": "Nebel", "rumpf": "Es ist Nebel."})");
  CHECK(results[0].reason() == "empty");
  CHECK(results[0].message().find("kopf, rumpf") != std::string::npos);
}

TEST_CASE("broken elements of an array cost no other where its strings are whole") {
  CHECK(told(read_text_as("a.json", "[" + record(1) + ", {\"title\": nonsense}, " + record(3) + "]")) ==
        "Article 1 @0:0, not_json @1:0, Article 3 @2:0");
  CHECK(told(read_text_as("a.json", "[" + record(1) + ", {\"title\": \"cut")) == "Article 1 @0:0, not_json @1:0");
}

TEST_CASE("brackets and quotes inside of strings do not part values") {
  CHECK(told(read_text_as("a.json", R"([{"title": "one \" ] }, {"}, {"title": "two \\"}, {"title": "three"}])")) ==
        "one \" ] }, { @0:0, two \\ @1:0, three @2:0");
}

TEST_CASE("compressed data that breaks off rejects the rest and keeps what came before") {
  std::string lines;
  std::mt19937 random(3);
  for (int i = 1; i <= 2000; ++i)
    lines += R"({"title": "Article )" + std::to_string(i * 7919 + static_cast<int>(random() % 7)) + "\"}\n";
  const std::string whole = gzip(lines);
  const std::size_t count = read_text_as("a.jsonl.gz", whole).size();
  CHECK(count == 2000);
  const auto cut = read_text_as("a.jsonl.gz", whole.substr(0, whole.size() / 2));
  REQUIRE(cut.size() > 10);
  REQUIRE(cut.size() < 2000);
  CHECK(cut.back().reason() == "broken_compression");
  CHECK(cut.back().place == Place{cut.size() - 1, cut.size()});
  for (std::size_t i = 0; i + 1 < cut.size(); ++i) CHECK_FALSE(cut[i].rejected());
  std::string damaged = whole;
  for (std::size_t i = damaged.size() / 2; i < damaged.size() / 2 + 64; ++i) damaged[i] = static_cast<char>(random());
  CHECK(read_text_as("a.jsonl.gz", damaged).back().reason() == "broken_compression");
  CHECK(read_text_as("a.txt.gz", gzip("Fog\n\n"s + kProse).substr(0, 30)).back().reason() == "broken_compression");
  CHECK(read_text_as("a.gz", gzip("Fog").substr(0, 12)).back().reason() == "broken_compression");
  CHECK(read_text_as("a.json.gz", gzip("[" + record(1) + "]").substr(0, 60)).back().reason() == "broken_compression");
}

TEST_CASE("lines of JSON are read on behind a damaged gzip member") {
  std::string damaged = gzip(record(2) + "\n");
  for (std::size_t i = 20; i < 60; ++i) damaged[i] = '\x55';
  CHECK(told(read_text_as("a.jsonl.gz", gzip(record(1) + "\n") + damaged + gzip(record(3) + "\n" + record(4)))) ==
        "Article 1 @0:1, broken_compression @1:2, Article 3 @2:2, Article 4 @3:3");
}

TEST_CASE("gzip of several members is one stream, padding zeros are no fault, other trailing bytes are one") {
  const std::string first = gzip(record(1) + "\n" + record(2).substr(0, 10));
  const std::string second = gzip(record(2).substr(10) + "\n");
  CHECK(told(read_text_as("a.jsonl.gz", first + second)) == "Article 1 @0:1, Article 2 @1:2");
  CHECK(told(read_text_as("a.jsonl.gz", first + second + std::string(1000, '\0'))) == "Article 1 @0:1, Article 2 @1:2");
  CHECK(told(read_text_as("a.jsonl.gz", first + second + "garbage")) ==
        "Article 1 @0:1, Article 2 @1:2, broken_compression @2:3");
}

TEST_CASE("what is larger than the limit is rejected alone") {
  ReadOptions options = default_options();
  options.max_article_bytes = 300;
  const std::string large = R"({"title": "Large", "text": ")" + std::string(400, 'x') + "\"}";
  CHECK(told(read_text_as("a.jsonl", record(1) + "\n" + large + "\n" + record(3), options)) ==
        "Article 1 @0:1, too_large @1:2, Article 3 @2:3");
  CHECK(told(read_text_as("a.json", "[" + record(1) + "," + large + "," + record(3) + "]", options)) ==
        "Article 1 @0:0, too_large @1:0, Article 3 @2:0");
  CHECK(told(read_text_as("a.txt", std::string(400, 'x'), options)) == "too_large @0:0");
  CHECK(told(read_text_as("a.txt", "\xFF\xFE" + std::string(400, 'x'), options)) == "too_large @0:0");
  CHECK(read_text_as("a.txt", std::string(300, 'x'), options)[0].reason() == "");
}

TEST_CASE("a line of 100 MB is passed over in bounded memory") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "long.jsonl";
  {
    std::ofstream out(path, std::ios::binary);
    out << record(1) << '\n' << R"({"title": ")";
    const std::string piece(1 << 20, 'x');
    for (int i = 0; i < 100; ++i) out << piece;
    out << "\"}\n" << record(3) << '\n';
  }
  rusage before{};
  getrusage(RUSAGE_SELF, &before);
  ReadOptions options = default_options();
  options.max_article_bytes = 1 << 20;
  CHECK(told(read_items(path, options)) == "Article 1 @0:1, too_large @1:2, Article 3 @2:3");
  rusage after{};
  getrusage(RUSAGE_SELF, &after);
  CHECK(after.ru_maxrss - before.ru_maxrss < 20 * 1024);  // kilobytes
}

TEST_CASE("nesting of a million levels is refused, in lines, files and arrays") {
  const std::string deep(1'000'000, '[');
  CHECK(told(read_text_as("a.jsonl", record(1) + "\n" + deep + "\n" + record(3))) ==
        "Article 1 @0:1, not_json @1:2, Article 3 @2:3");
  CHECK(read_text_as("a.json", deep).back().reason() == "not_json");
  std::string objects;
  for (int i = 0; i < 200'000; ++i) objects += "{\"a\":";
  CHECK(read_text_as("a.json", objects).back().reason() == "not_json");
  std::string closed = std::string(100'000, '[') + std::string(100'000, ']');
  CHECK(told(read_text_as("a.json", "[" + record(1) + "," + closed + "," + record(3) + "]")) ==
        "Article 1 @0:0, not_json @1:0, Article 3 @2:0");
}

TEST_CASE("more lines or values than any article has are refused, quickly and in bounded memory") {
  std::string lines;
  std::string bylines;
  for (int i = 0; i < 20'000; ++i) bylines += "By A" + std::to_string(i) + "b\n";
  for (int i = 0; i < 1'000'000; ++i) lines += "a\n";
  CHECK(told(read_text_as("a.txt", lines)) == "too_large @0:0");
  CHECK_FALSE(read_text_as("a.txt", bylines)[0].rejected());
  std::string values = "{\"title\": \"x\", \"list\": [0";
  for (int i = 0; i < 1'000'000; ++i) values += ",[]";
  CHECK(told(read_text_as("a.jsonl", values + "]}\n" + record(2))) == "too_large @0:1, Article 2 @1:2");
  std::string text = "{\"text\": \"";
  for (int i = 0; i < 1'000'000; ++i) text += "a\\n";
  CHECK(told(read_text_as("a.jsonl", text + "\"}")) == "too_large @0:1");
}

TEST_CASE("random bytes are read or rejected, never worse") {
  std::mt19937 random(5);
  const std::vector<std::string> names{"a.txt", "a.json", "a.jsonl", "a.gz", "a"};
  const std::string seeds = R"({}[]":,\ unull1.e-)"
                            "\n\r\t\x1F\x8B\x08\xEF\xBB\xBF\xFF\xFE<";
  const TemporaryFolder folder;
  for (int round = 0; round < 1500; ++round) {
    std::string bytes;
    for (std::size_t length = random() % 200; bytes.size() < length;) {
      bytes += random() % 4 == 0 ? static_cast<char>(random()) : seeds[random() % seeds.size()];
    }
    const auto results = read_items(folder.write(names[random() % names.size()], bytes), default_options());
    CHECK(!results.empty());
    for (std::size_t i = 0; i < results.size(); ++i) CHECK(results[i].place.number == i);
  }
}

TEST_CASE("text in Windows-1252 and UTF-16 is understood") {
  CHECK(read_text_as("a.txt", "Caf\xE9 Closes \x96 Again\n\n"s + kProse)[0].article().headline ==
        "Café Closes – Again");
  CHECK(read_text_as("a.jsonl", "{\"title\": \"Caf\xE9 closes\"}")[0].article().headline == "Café closes");
}

TEST_CASE("files are named as the pipeline calls them") {
  const TemporaryFolder folder;
  const auto path = folder.write("a.txt", "Fog\n\n"s + kProse);
  read_file({path, "paper/a.txt"}, default_options(),
            [](ReadItem&& item, Place) { CHECK(std::get<Article>(item).file == "paper/a.txt"); });
}

TEST_CASE("a day in the name of a file that is one article is its day where nothing else is") {
  struct Case {
    std::string name;
    std::string content;
    std::string published;
    PublishedFrom from;
  };
  const std::string page = "Fog\n\n"s + kProse;
  const std::vector<Case> table{
      {"2025-02-28-fog.txt", page, "2025-02-28", PublishedFrom::file_name},
      {"2025-02-28-fog.txt", "Fog\n\nMar 1, 2025\n\n"s + kProse, "2025-03-01", PublishedFrom::text},
      {"echo_20250228.md", "# Fog\n\n"s + kProse, "2025-02-28", PublishedFrom::file_name},
      {"20250228.html", "<html><title>Fog</title><p>"s + kProse + "</html>", "2025-02-28", PublishedFrom::file_name},
      {"20250228af.txt", page, "", PublishedFrom::none},
      {"a20250228.txt", page, "", PublishedFrom::none},
      {"2025-02-30.txt", page, "", PublishedFrom::none},
      {"2031-02-28.txt", page, "", PublishedFrom::none},
      {"2025-02-28.jsonl", record(1), "", PublishedFrom::none},  // the day of an export
      {"2025-02-28.json", record(1), "", PublishedFrom::none},
  };
  for (const Case& row : table) {
    CAPTURE(row.name);
    const Article article = read_text_as(row.name, row.content)[0].article();
    CHECK(article.published.iso == row.published);
    CHECK(article.published_from == row.from);
  }
}

TEST_CASE("what the sink throws comes through") {
  const TemporaryFolder folder;
  const auto path = folder.write("a.jsonl", record(1));
  CHECK_THROWS_AS(
      read_file({path, "a"}, default_options(), [](ReadItem&&, Place) { throw std::runtime_error("stop"); }),
      std::runtime_error);
}
