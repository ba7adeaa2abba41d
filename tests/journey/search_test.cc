// The server as its user meets it, over HTTP, on the sample archive.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <set>

#include "tests/journey/sample.h"

using namespace backfile;

namespace {

using Files = std::set<std::string>;

}  // namespace

TEST_CASE("what ranks no article lists the newest first") {
  for (const std::string query :
       {"language:en", "date:2025", "publication:wire -harbour", "language:en OR language:fr"}) {
    CAPTURE(query);
    const auto found = sample().server.search(query, {{"page_size", "50"}});
    const auto newest = sample().server.search(query, {{"page_size", "50"}, {"sort", "newest"}});
    CHECK(found.at("hits").size() > 2);
    CHECK(found.at("hits") == newest.at("hits"));
  }
  CHECK(sample().server.hits("language:en harbour") !=
        sample().server.hits("language:en harbour", {{"sort", "newest"}}));
}

TEST_CASE("the whole sample archive is indexed, newest first where nothing is asked for") {
  CHECK(sample().indexed.exit == 0);
  const auto answer = sample().server.search("", {{"page_size", "100"}});
  CHECK(answer.at("total") == 60);
  CHECK(answer.at("stories") == 54);
  CHECK(answer.at("hits").size() == 54);
  std::string last = "9999";
  bool undated = false;
  for (const auto& hit : answer.at("hits")) {
    if (hit.at("published").is_null()) {
      undated = true;
      continue;
    }
    CHECK_FALSE(undated);  // unknown dates come last
    const std::string day = hit.at("published").get<std::string>().substr(0, 10);
    CHECK(day.substr(0, 4) <= last.substr(0, 4));
    last = day;
  }
  CHECK(undated);
}

TEST_CASE("words are found whatever their accents, width, case and apostrophes") {
  CHECK(sample().files("quintao") == sample().files("Quintão"));
  CHECK(sample().files("quintao").size() == 2);
  CHECK(sample().files("lodz") == Files{"limmat-observer/night-train-lodz.txt"});
  CHECK(sample().files("hoshino") == Files{"legacy-export.jsonl"});
  CHECK(sample().files("o'brien") == sample().files("O’Brien"));
  CHECK(sample().files("o'brien").size() == 4);
  CHECK(sample().files("C++").size() == 3);
  CHECK(sample().files("K&Z").size() == 7);
}

TEST_CASE("a run of Chinese is a phrase, in Chinese and in English text") {
  CHECK(sample().files("科技创新") ==
        Files{"binhai-gangbao/electric-tug.txt", "minerals-ledger/magnet-plant-ohio.txt"});
  CHECK(sample().files("稀土") == Files{"binhai-gangbao/electric-tug.txt", "minerals-ledger/bayan-obo-lessons.txt"});
  const auto answer = sample().server.search("科技创新");
  for (const auto& hit : answer.at("hits")) {
    CHECK(hit.at("snippet").get<std::string>().find("<mark>科技创新</mark>") != std::string::npos);
  }
}

TEST_CASE("a word of a sidebar is no hit, but with in=all") {
  CHECK(sample().files("narwhal").empty());
  CHECK(sample().files("narwhal", {{"in", "all"}}).size() == 5);
  CHECK(sample().files("narwhal in:all").size() == 5);
  CHECK(sample().files("antimony").empty());
}

TEST_CASE("phrases, exclusions, fields and dates narrow a search") {
  const auto all = sample().files("strike");
  CHECK(all.size() > 5);
  CHECK(sample().files("\"tug strike\"").size() < all.size());
  for (const std::string& file : sample().files("strike -bananas")) CHECK(sample().files("bananas").count(file) == 0);
  for (const std::string& file : sample().files("headline:strike")) CHECK(all.count(file) == 1);
  CHECK(sample().files("state-backed") == sample().files("\"state backed\""));
  CHECK(sample().files("astrolab*", {{"from", "1998"}, {"to", "1998"}}) == Files{"archive-1998.jsonl.gz"});
  CHECK(sample().files("", {{"from", "1998-03"}, {"to", "1998-03"}}).size() == 1);
  CHECK(sample().files("is:undated").size() == 9);
}

TEST_CASE("pages do not overlap and together are the whole") {
  for (const char* sort : {"relevance", "newest", "oldest"}) {
    CAPTURE(sort);
    std::vector<std::string> paged;
    for (int page = 1; page <= 10; ++page) {
      const Parameters parameters{{"page", std::to_string(page)}, {"page_size", "7"}, {"sort", sort}};
      for (const auto& hit : sample().server.hits("the", parameters)) {
        paged.push_back(hit.at("id"));
      }
    }
    std::vector<std::string> whole;
    for (const auto& hit : sample().server.hits("the", {{"page_size", "100"}, {"sort", sort}})) {
      whole.push_back(hit.at("id"));
    }
    CHECK(paged == whole);
    CHECK(std::set<std::string>(paged.begin(), paged.end()).size() == paged.size());
  }
}

TEST_CASE("every word of every headline finds its article by the headline field") {
  int words = 0;
  for (const auto& hit : sample().server.hits("", {{"page_size", "100"}})) {
    const auto article = sample().server.json("/api/v1/articles/" + hit.at("id").get<std::string>());
    if (article.at("headline_from") != "text" && article.at("headline_from") != "metadata") continue;
    const std::string headline = article.at("headline");
    const auto found = sample().server.search("headline:\"" + headline + "\"");
    CAPTURE(headline);
    CHECK(found.at("total").get<int>() >= 1);
    ++words;
  }
  MESSAGE(words << " headlines");
  CHECK(words > 20);
}

TEST_CASE("wildcards share what they may stand for, and say where that was too little") {
  const TemporaryFolder folder;
  std::string words;
  for (int i = 0; i < 1500; ++i) words += "alpha" + std::to_string(i) + " ";
  folder.write("news/a.jsonl", "{\"headline\": \"Words\", \"body\": \"" + words + "betaword.\"}\n");
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  const Server server(folder.path() / "index");
  const auto answer = server.search("alpha* beta*");
  CHECK(answer.at("total") == 1);
  REQUIRE(answer.at("warnings").size() == 1);
  CHECK(answer.at("warnings").at(0).at("code") == "expansion_capped");
}

TEST_CASE("wildcards find names and page furniture that no article's text has") {
  const TemporaryFolder folder;
  folder.write(
      "news/a.jsonl",
      "{\"headline\": \"Locks\", \"body\": \"A lock.\", \"author\": \"Hallgrim Zweig\", \"source\": \"Quayside\"}\n"
      "{\"headline\": \"Weirs\", \"body\": \"A weir.\", \"author\": \"Anna Holm\"}\n");
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  const Server server(folder.path() / "index");
  CHECK(server.search("byline:hall*").at("total") == 1);
  CHECK(server.search("byline:\"hall* zwe*\"").at("total") == 1);
  CHECK(server.search("byline:h?llgrim").at("total") == 1);
  CHECK(server.search("publication:quay*").at("total") == 1);
  CHECK(server.search("hall*").at("total") == 0);
  CHECK(sample().server.search("narw*", {{"in", "all"}}).at("total") ==
        sample().server.search("narwhal in:all").at("total"));
}

TEST_CASE("a query that asks for too many repeats is refused by the limit's name") {
  std::string query;
  for (int i = 0; i < 7; ++i) query += "repeat10:the ";
  const HttpAnswer answer = sample().server.get("/api/v1/search", {{"q", query}});
  CHECK(answer.status == 400);
  CHECK(nlohmann::json::parse(answer.body).at("limit") == "query_words");
}

TEST_CASE("the copies of an article are the same story elsewhere, with the one that appeared first") {
  const auto hits = sample().server.hits("comet", {{"page_size", "100"}, {"collapse", "none"}});
  std::set<std::string> of_story;
  std::string story;
  for (const auto& hit : hits) {
    if (hit.at("copies") == 4) story = hit.at("story");
  }
  for (const auto& hit : hits) {
    if (hit.at("story") == story) of_story.insert(hit.at("id"));
  }
  REQUIRE(of_story.size() == 5);
  CHECK(*of_story.begin() == story);
  std::set<std::string> firsts;
  for (const std::string& id : of_story) {
    const auto answer = sample().server.json("/api/v1/articles/" + id + "/copies");
    CHECK(answer.at("total") == 4);
    CHECK(answer.at("story") == story);
    firsts.insert(answer.at("first"));
    std::set<std::string> found{id};
    std::string last;
    for (const auto& hit : answer.at("hits")) {
      found.insert(hit.at("id"));
      const std::string published = hit.at("published").is_null() ? "9999" : hit.at("published").get<std::string>();
      CHECK(last.substr(0, 10) <= published.substr(0, 10));
      last = published;
    }
    CHECK(found == of_story);
  }
  CHECK(firsts.size() == 1);
  const auto collapsed = sample().server.search("comet", {{"page_size", "100"}});
  CHECK(collapsed.at("total") == hits.size());
  CHECK(collapsed.at("stories") == collapsed.at("hits").size());
  CHECK(collapsed.at("stories") < collapsed.at("total"));
  CHECK(sample().server.get("/api/v1/articles/aaaaaaaaaaaaaaaa/copies").status == 404);
}

TEST_CASE("golden answers") {
  // BACKFILE_UPDATE_GOLDEN=1 writes them anew: read the difference before it is committed.
  struct Case {
    const char* name;
    const char* query;
    Parameters parameters;
  };
  const std::vector<Case> table{
      {"phrase", "\"tug strike\"", {}},
      {"han", "科技创新", {}},
      {"no_hits", "xylophone", {}},
      {"warning", "tug - strike -bananas foo:rotterdam", {{"page_size", "1"}}},
      {"page_two", "the", {{"page", "2"}, {"page_size", "2"}, {"fragments", "1"}, {"sort", "oldest"}}},
  };
  for (const Case& row : table) {
    CAPTURE(row.name);
    auto answer = sample().server.search(row.query, row.parameters);
    CHECK(answer.at("took_ms").is_number());
    answer["took_ms"] = 0;
    if (!answer.at("cursor").is_null()) answer["cursor"] = "a cursor";
    answer["index"]["generation"] = "";
    answer["index"]["built_at"] = "";
    for (auto& hit : answer["hits"]) hit["score"] = std::round(hit["score"].get<double>() * 100) / 100;
    const auto file = kSource / "tests/golden/answers" / (std::string(row.name) + ".json");
    const std::string text = answer.dump(1) + "\n";
    if (std::getenv("BACKFILE_UPDATE_GOLDEN")) {
      std::filesystem::create_directories(file.parent_path());
      std::ofstream(file) << text;
    }
    CHECK(text == read_file_text(file));
  }
}

TEST_CASE("an unknown article is a 404 as JSON and as a page") {
  for (const char* path :
       {"/api/v1/articles/aaaaaaaaaaaaaaaa", "/article/aaaaaaaaaaaaaaaa", "/api/v1/articles/..", "/nothing"}) {
    CAPTURE(path);
    CHECK(sample().server.get(path).status == 404);
  }
}
