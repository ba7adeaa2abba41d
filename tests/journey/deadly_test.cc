// Queries made to cost as much as they can (tests/deadly/queries.txt), asked of a real server. How long they take is
// measured by tests/benchmark/deadly_queries.py.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include "tests/journey/programs.h"

using namespace backfile;

namespace {

std::vector<std::string> deadly_queries() {
  std::vector<std::string> queries;
  std::ifstream in(kSource / "tests/deadly/queries.txt");
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with('#')) queries.push_back(line);
  }
  return queries;
}

// Articles of words that the queries ask for, as text has them: few words make up most of it.
void write_articles(const std::filesystem::path& file, int articles) {
  std::vector<std::string> words;
  std::istringstream common("the of a in to said and for on it from by with at be as that is was has an its");
  for (std::string word; common >> word;) words.push_back(word);
  for (int i = 0; i < 400; ++i)
    words.push_back(std::string("comconprointdisexpmanpersol").substr(static_cast<std::size_t>(i % 9) * 3, 3) +
                    std::to_string(i));
  std::mt19937 random(7);
  std::ofstream out(file);
  for (int article = 0; article < articles; ++article) {
    out << R"({"headline": "the article of )" << article << R"(", "date": "2001-02-03", "body": ")";
    for (int word = 0; word < 120; ++word) {
      const std::size_t rank = std::min<std::size_t>(words.size() - 1, random() % (1 + random() % words.size()));
      out << words[rank] << ' ';
    }
    out << "\"}\n";
  }
}

}  // namespace

TEST_CASE("no deadly query stops a server: each is answered, cut short, or refused by the name of a limit") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "news");
  write_articles(folder.path() / "news/all.jsonl", 1500);
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  ::setenv("BACKFILE_SERVER_QUERY_MILLISECONDS", "5", 1);
  const Server server(folder.path() / "index");
  ::unsetenv("BACKFILE_SERVER_QUERY_MILLISECONDS");
  int answered = 0;
  int cut = 0;
  int refused = 0;
  for (const std::string& query : deadly_queries()) {
    CAPTURE(query);
    REQUIRE(query.size() <= 2000 * 3);
    const HttpAnswer answer = server.get("/api/v1/search", {{"q", query}});
    if (answer.status == 414) {  // too long an address: 8,000 bytes
      ++refused;
      continue;
    }
    const auto json = nlohmann::json::parse(answer.body);
    if (answer.status == 400) {
      CHECK(json.at("limit").is_string());
      ++refused;
      continue;
    }
    REQUIRE(answer.status == 200);
    const bool partial = json.at("partial");
    CHECK(json.at("total_relation") == (partial ? "gte" : "eq"));
    ++(partial ? cut : answered);
    CHECK(server.get("/healthz").status == 200);
  }
  MESSAGE(answered << " answered, " << cut << " cut short, " << refused << " refused");
  CHECK(answered > 10);
  CHECK(cut > 3);
  CHECK(refused > 3);
}

TEST_CASE("what was cut short is counted whole where there is time") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "news");
  write_articles(folder.path() / "news/all.jsonl", 3000);
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  ::setenv("BACKFILE_SERVER_QUERY_MILLISECONDS", "60000", 1);
  const Server patient(folder.path() / "index");
  ::setenv("BACKFILE_SERVER_QUERY_MILLISECONDS", "1", 1);
  const Server hasty(folder.path() / "index");
  ::unsetenv("BACKFILE_SERVER_QUERY_MILLISECONDS");
  const char* const query = "the NEAR/100 the NEAR/100 the NEAR/100 of NEAR/100 of NEAR/100 a";
  const auto whole = patient.search(query);
  const auto part = hasty.search(query);
  CHECK(whole.at("partial") == false);
  CHECK(part.at("partial") == true);
  CHECK(part.at("total") < whole.at("total"));
  CHECK(part.at("total_relation") == "gte");
  // Phrases that no article has never give way to the clock above them: each has its own.
  const char* const nowhere =
      "\"of the of the of a the a\" OR \"the of a the of the of a\" OR \"a the a the of of the of\"";
  CHECK(patient.search(nowhere).at("total") == 0);
  CHECK(patient.search(nowhere).at("partial") == false);
  CHECK(hasty.search(nowhere).at("partial") == true);
}
