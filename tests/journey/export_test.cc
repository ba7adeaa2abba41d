// Exports and feeds of the real server, over HTTP.
#include <doctest/doctest.h>
#include <signal.h>

#include <deque>
#include <fstream>
#include <thread>

#include "tests/journey/sample.h"
#include "tests/server/http/raw_client.h"
#include "tests/support/gunzipped.h"
#include "tests/support/resident_memory.h"

using namespace backfile;

namespace {

using Json = nlohmann::json;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The rows of a table as RFC 4180 has them.
std::vector<std::vector<std::string>> rows_of(const std::string& csv) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 3; i < csv.size(); ++i) {
    const char c = csv[i];
    if (c == '"' && quoted && i + 1 < csv.size() && csv[i + 1] == '"') {
      rows.back().back() += csv[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      rows.back().emplace_back();
    } else if (c == '\r' && !quoted) {
      ++i;
      rows.push_back({""});
    } else {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

std::vector<std::string> ids_of_pages(Parameters parameters) {
  std::vector<std::string> ids;
  parameters.emplace("page_size", "7");
  for (int page = 1;; ++page) {
    Parameters one = parameters;
    one.emplace("page", std::to_string(page));
    const Json hits = sample().server.json("/api/v1/search", one).at("hits");
    for (const Json& hit : hits) ids.push_back(hit.at("id"));
    if (hits.size() < 7) return ids;
  }
}

HttpAnswer exported(const std::string& format, Parameters parameters = {}) {
  parameters.emplace("format", format);
  return sample().server.get("/api/v1/export", parameters);
}

std::string text_of(const Json& value, const std::string& between) {
  if (value.is_null()) return "";
  if (value.is_string()) return value;
  if (!value.is_array()) return value.dump();
  std::string all;
  for (const Json& one : value) all += (all.empty() ? "" : between) + one.get<std::string>();
  return all;
}

// Asks by a name that the server answers to.
void ask(RawClient& client, const std::string& target, const std::string& headers = "") {
  client.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
}

// An index of one long article, so that a few hundred ids make a large export.
struct LongArticle {
  LongArticle() {
    std::ofstream out(folder.path() / "archive" / "long.txt");
    out << "The log of the dredger\n\nBy Li Xiao\n\nMarch 3, 2025\n\n";
    for (int i = 0; i < 8000; ++i) out << "On day " << i << " the dredger lay in the harbour.\n\n";
    out.close();
    REQUIRE(index_archive(folder.path() / "archive", folder.path() / "index").exit == 0);
  }
  static std::string target(Server& server, int times) {
    const std::string id = server.hits("dredger").at(0).at("id");
    std::string target = "/api/v1/export?format=jsonl";
    for (int i = 0; i < times; ++i) target += "&id=" + id;
    return target;
  }
  std::filesystem::path index() const { return folder.path() / "index"; }

  struct Folder : TemporaryFolder {
    Folder() { std::filesystem::create_directory(path() / "archive"); }
  } folder;
};

}  // namespace

TEST_CASE("an export has every article of a search, in the order of its pages") {
  const std::vector<Parameters> searches = {
      {{"q", ""}},
      {{"q", "harbour"}},
      {{"q", "harbour"}, {"sort", "oldest"}},
      {{"q", "harbour OR tug"}, {"sort", "newest"}},
      {{"q", "tug"}, {"recency", "0.5"}},
      {{"q", ""}, {"from", "2024"}, {"-publication", "Harbour Gazette"}},
      {{"q", "no such words at all"}},
  };
  for (const std::string collapse : {"none", "story"}) {
    for (Parameters parameters : searches) {
      CAPTURE(parameters);
      CAPTURE(collapse);
      parameters.emplace("collapse", collapse);
      std::vector<std::string> ids;
      const HttpAnswer answer = exported("jsonl", parameters);
      REQUIRE(answer.status == 200);
      for (const std::string& line : lines_of(answer.body)) ids.push_back(Json::parse(line).at("id"));
      CHECK(ids == ids_of_pages(parameters));
      CHECK(answer.headers.at("X-Total") == std::to_string(ids.size()));
    }
  }
  CHECK(lines_of(exported("jsonl").body).size() == 60);  // every article, not every story
}

TEST_CASE("a line of JSON is the article as its own address has it") {
  for (const std::string& line : lines_of(exported("jsonl").body)) {
    Json article = Json::parse(line);
    Json alone = sample().server.json("/api/v1/articles/" + article.at("id").get<std::string>());
    alone.erase("index");
    CHECK(article == alone);
  }
}

TEST_CASE("a table read back has every field of every article") {
  const auto rows = rows_of(exported("csv").body);
  REQUIRE(rows.size() == 61);
  std::size_t guarded = 0;
  for (std::size_t row = 1; row < rows.size(); ++row) {
    REQUIRE(rows[row].size() == rows[0].size());
    const Json article = sample().server.json("/api/v1/articles/" + rows[row][0]);
    for (std::size_t column = 0; column < rows[0].size(); ++column) {
      const std::string& name = rows[0][column];
      CAPTURE(name);
      const bool has_labels = name == "byline" || name == "topics";
      const std::string text = text_of(article.at(name), has_labels ? "; " : "\n\n");
      const bool is_guarded = rows[row][column] == "'" + text;
      guarded += is_guarded;
      CHECK((is_guarded || rows[row][column] == text));
    }
  }
  MESSAGE(guarded << " cells of " << rows.size() - 1 << " articles are guarded");
}

TEST_CASE("every article has an entry in the formats of reference managers") {
  std::size_t types = 0, ends = 0;
  for (const std::string& line : lines_of(exported("ris").body)) {
    types += line == "TY  - NEWS\r";
    ends += line == "ER  - \r";
    CHECK((line == "\r" || line.substr(2, 4) == "  - "));
  }
  CHECK(types == 60);
  CHECK(ends == 60);
  const std::string bibtex = exported("bibtex").body;
  std::size_t entries = 0;
  int depth = 0;
  for (const char c : bibtex) {
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    REQUIRE(depth >= 0);
  }
  for (const std::string& line : lines_of(bibtex))
    entries += line.starts_with("@article{") || line.starts_with("@misc{");
  CHECK(depth == 0);
  CHECK(entries == 60);
}

TEST_CASE("an export is compressed where that is wanted, and the same") {
  RawClient client(static_cast<std::uint16_t>(sample().server.port()));
  ask(client, "/api/v1/export?format=csv", "Accept-Encoding: gzip\r\n");
  const RawAnswer answer = client.read();
  CHECK(answer.has("Content-Encoding: gzip"));
  CHECK(gunzipped(answer.body) == exported("csv").body);
}

TEST_CASE("a feed read by the indexer has the articles of the search, with their headlines and dates") {
  const Json hits = sample().server.hits("", {{"page_size", "50"}});
  REQUIRE(hits.size() == 50);
  for (const std::string format : {"atom", "rss", "json"}) {
    CAPTURE(format);
    const TemporaryFolder folder;
    const std::string file = (folder.path() / ("feed." + format)).string();
    std::ofstream(file) << sample().server.get("/feed." + format).body;
    const Outcome outcome = run({kIndexer, "extract", file});
    CHECK(outcome.exit == 0);
    const std::vector<std::string> lines = lines_of(outcome.out);
    REQUIRE(lines.size() == hits.size());
    for (std::size_t i = 0; i < hits.size(); ++i) {
      const Json article = Json::parse(lines[i]);
      CHECK(article.at("identifier") == "urn:backfile:article:" + hits[i].at("id").get<std::string>());
      CHECK(article.at("headline") == hits[i].at("headline"));
      const bool has_day = hits[i].at("published_precision") == "day" || hits[i].at("published_precision") == "second";
      if (format != "atom") CHECK(article.at("published").is_null() != has_day);
    }
  }
}

TEST_CASE(
    "slow readers of large exports cost no worker and little memory, and beyond the limit are told to come again") {
  const LongArticle article;
  Server server(article.index(), true,
                {"/usr/bin/env", "BACKFILE_SERVER_THREADS=2", "BACKFILE_SERVER_EXPORTS_AT_ONCE=8"});
  const std::string target = LongArticle::target(server, 250);
  const auto port = static_cast<std::uint16_t>(server.port());
  const std::string pid = std::to_string(server.process().pid());
  {
    RawClient client(port);
    ask(client, target);
    const RawAnswer whole = client.read();
    CHECK(whole.is_whole);
    CHECK(lines_of(whole.body).size() == 250);
    MESSAGE("an export of " << whole.body.size() / 1'000'000 << " MB");
    CHECK(whole.body.size() > 50'000'000);
  }
  for (int i = 0; i < 60; ++i) server.get("/api/v1/search", {{"q", "dredger"}});  // what these need is no export's
  const std::size_t before = resident_kilobytes(pid);
  {
    std::deque<RawClient> slow;
    for (int i = 0; i < 8; ++i) {
      RawClient& client = slow.emplace_back(port);
      client.narrow(4096);
      ask(client, target);
      client.await_input();
      CHECK(server.get("/api/v1/search", {{"q", "dredger"}}).status == 200);
    }
    RawClient more(port);
    ask(more, target);
    CHECK(more.read().status == 503);
    for (int round = 0; round < 50; ++round) {
      for (RawClient& client : slow) client.take_some(50'000);
      CHECK(server.get("/api/v1/search", {{"q", "dredger"}}).status == 200);
    }
    const std::size_t after = resident_kilobytes(pid);
    MESSAGE("beside 8 slow readers: resident " << before << " kB before, " << after << " kB after");
    CHECK(after < before + 64 * 1024);
  }
  CHECK(comes_true([&] { return server.get("/api/v1/export", {{"format", "csv"}}).status == 200; }));
}

TEST_CASE("a server that is told to end in the middle of an export finishes it") {
  const LongArticle article;
  Server server(article.index());
  RawClient client(static_cast<std::uint16_t>(server.port()));
  ask(client, LongArticle::target(server, 40));
  client.await_input();
  server.process().signal(SIGTERM);
  const RawAnswer answer = client.read();
  CHECK(answer.status == 200);
  CHECK(answer.is_whole);
  CHECK(lines_of(answer.body).size() == 40);
  CHECK(server.process().wait() == 0);
}

TEST_CASE("a server that is told to end does not wait for a client that reads no more") {
  const LongArticle article;
  Server server(article.index());
  RawClient client(static_cast<std::uint16_t>(server.port()));
  client.narrow(4096);
  ask(client, LongArticle::target(server, 250));
  client.await_input();
  server.process().signal(SIGTERM);
  CHECK(server.process().wait() == 0);
  CHECK(!client.read().is_whole);
}
