// Synonyms from the list to the page: what is found, marked, named and ranked.
#include <doctest/doctest.h>

#include <set>

#include "tests/journey/programs.h"

using namespace backfile;

namespace {

std::string article(const std::string& headline, const std::string& body) {
  return "{\"headline\": \"" + headline + "\", \"body\": \"" + body + "\"}\n";
}

struct Served {
  Served() : indexed(index(folder)), server(folder.path() / "index") {}

  static Outcome index(const TemporaryFolder& folder) {
    folder.write("synonyms.txt", "Baiyun Obo = Bayan Obo\nrare earth = 稀土\nPeking = Beijing\n");
    folder.write("backfile.json", "{\"indexer\": {\"synonyms\": \"synonyms.txt\"}}");
    folder.write("news/a.jsonl", article("One", "The mine at Baiyun Obo closed for a week.") +
                                     article("Two", "The mine at Bayan Obo closed for a week.") +
                                     article("Three", "Obo is a word, and so is Baiyun mine.") +
                                     article("Four", "Bayan is far from any obo mine of the land.") +
                                     article("Five", "稀土出口 rose, said Beijing after the talks on quota.") +
                                     article("Bayan Obo reopens", "Rare earth prices fell in Peking, a quota later."));
    return run({kIndexer, "index", "--config", folder.path() / "backfile.json", "--archive", folder.path() / "news",
                "--index", folder.path() / "index"});
  }

  std::set<std::string> headlines(const std::string& query, const Parameters& parameters = {}) const {
    std::set<std::string> found;
    for (const auto& hit : server.hits(query, parameters)) found.insert(hit.at("headline"));
    return found;
  }

  TemporaryFolder folder;
  Outcome indexed;
  Server server;
};

Served& served() {
  static Served the_served;
  return the_served;
}

using Headlines = std::set<std::string>;

nlohmann::json hit_of(const std::string& query, const std::string& headline) {
  for (const auto& hit : served().server.hits(query)) {
    if (hit.at("headline") == headline) return hit;
  }
  FAIL(query << " does not find " << headline);
  return {};
}

}  // namespace

TEST_CASE("an article is found by another name of what it is about") {
  REQUIRE(served().indexed.exit == 0);
  CHECK(served().headlines("baiyun obo") == Headlines{"One", "Two", "Three", "Bayan Obo reopens"});
  CHECK(served().headlines("\"baiyun obo\"") == Headlines{"One", "Two", "Bayan Obo reopens"});
  CHECK(served().headlines("\"mine at baiyun obo\"") == Headlines{"One", "Two"});
  CHECK(served().headlines("headline:\"baiyun obo\"") == Headlines{"Bayan Obo reopens"});
  CHECK(served().headlines("mine -\"baiyun obo\"") == Headlines{"Three", "Four"});
  CHECK(served().headlines("\"baiyun obo\" NEAR/3 mine") == Headlines{"One", "Two"});
  CHECK(served().headlines("rare earth") == Headlines{"Five", "Bayan Obo reopens"});
  CHECK(served().headlines("稀土") == Headlines{"Five", "Bayan Obo reopens"});
  CHECK(served().headlines("peking NEAR/6 quota") == Headlines{"Five", "Bayan Obo reopens"});
  CHECK(served().headlines("=peking") == Headlines{"Bayan Obo reopens"});
}

TEST_CASE("another name is marked and named, and what was written stays in `parsed`") {
  const auto quoted = hit_of("\"Baiyun Obo\"", "Two");
  CHECK(quoted.at("snippet") == "The mine at <mark>Bayan Obo</mark> closed for a week.");
  CHECK(quoted.at("matched") == nlohmann::json{"Baiyun Obo → bayan obo"});
  const auto bare = hit_of("baiyun obo", "Two");
  CHECK(bare.at("snippet") == "The mine at <mark>Bayan Obo</mark> closed for a week.");
  CHECK(bare.at("matched") == nlohmann::json{"obo", "baiyun obo → bayan obo"});
  CHECK(hit_of("peking", "Five").at("matched") == nlohmann::json{"peking → beijing"});
  CHECK(served().server.search("\"Baiyun Obo\"").at("parsed") == "\"Baiyun Obo\"");
}

TEST_CASE("an article with another name counts like one with the name written") {
  for (const char* query : {"\"baiyun obo\" closed", "baiyun obo closed"}) {
    CAPTURE(query);
    CHECK(hit_of(query, "Two").at("score") == doctest::Approx(hit_of(query, "One").at("score").get<double>()));
  }
}

TEST_CASE("a list with a fault stops a run before anything is read, by file and line") {
  const TemporaryFolder folder;
  folder.write("synonyms.txt", "# names\nBaiyun Obo\n");
  folder.write("backfile.json", "{\"indexer\": {\"synonyms\": \"synonyms.txt\"}}");
  folder.write("news/a.txt", "A headline\n\nA text of one sentence.\n");
  const Outcome outcome = run({kIndexer, "index", "--config", folder.path() / "backfile.json", "--archive",
                               folder.path() / "news", "--index", folder.path() / "index"});
  CHECK(outcome.exit == 2);
  CHECK(outcome.err.find("synonyms.txt:2: one name alone") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "index/current"));
}
