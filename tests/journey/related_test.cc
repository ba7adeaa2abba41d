// More like an article, over HTTP.
#include <doctest/doctest.h>

#include <set>

#include "tests/journey/sample.h"

using namespace backfile;

namespace {

std::string id_of(const Server& server, const std::string& query) {
  return server.hits(query, {{"page_size", "1"}}).at(0).at("id");
}

nlohmann::json related(const Server& server, const std::string& id, const Parameters& parameters = {}) {
  return server.json("/api/v1/articles/" + id + "/related", parameters);
}

std::set<std::string> headlines(const nlohmann::json& answer) {
  std::set<std::string> all;
  for (const auto& hit : answer.at("hits")) all.insert(hit.at("headline").get<std::string>());
  return all;
}

// Articles of one JSON Lines file, with the number as identifier.
std::string line(int number, const std::string& headline, const std::string& body) {
  return nlohmann::json{{"id", number}, {"headline", headline}, {"body", body}}.dump() + "\n";
}

}  // namespace

TEST_CASE("related articles of the sample archive are other stories, one hit a story, the most alike first") {
  int with_related = 0;
  for (const auto& hit : sample().server.hits("", {{"page_size", "100"}, {"collapse", "none"}})) {
    const auto answer = related(sample().server, hit.at("id"));
    CHECK(answer.at("partial") == false);
    CHECK(answer.at("total").get<std::size_t>() >= answer.at("hits").size());
    std::set<std::string> stories{hit.at("story")};
    double last = 1e9;
    for (const auto& other : answer.at("hits")) {
      CHECK(stories.insert(other.at("story")).second);
      CHECK(other.at("fragments").empty());
      CHECK(other.at("score").get<double>() <= last);
      last = other.at("score");
    }
    with_related += answer.at("hits").empty() ? 0 : 1;
  }
  MESSAGE(with_related << " articles of 60 have related ones");
  CHECK(with_related > 20);
}

TEST_CASE("an article on the tug strike leads to others on it, one on a stolen astrolabe to where it was found") {
  const auto of_strike = headlines(related(sample().server, id_of(sample().server, "headline:tugs headline:silent")));
  bool tugs = false;
  for (const std::string& headline : of_strike) {
    CAPTURE(headline);
    tugs = tugs || headline.find("ug") != std::string::npos;
  }
  CHECK(tugs);
  const auto of_astrolabe = related(sample().server, id_of(sample().server, "headline:astrolabe stolen"));
  REQUIRE_FALSE(of_astrolabe.at("hits").empty());
  const auto body = sample().server.search("astrolab*", {{"page_size", "100"}});
  std::set<std::string> ids;
  for (const auto& hit : body.at("hits")) ids.insert(hit.at("id"));
  CHECK(ids.count(of_astrolabe.at("hits").at(0).at("id")) == 1);
}

TEST_CASE("what has nothing in common with any other article has no related ones, in any script") {
  const TemporaryFolder folder;
  folder.write("news/a.jsonl",
               line(1, "Walnut harvest in Quibble", "Walnuts ripen late. The growers of Quibble wait.") +
                   line(2, "Growers of walnuts sell", "The walnuts of Quibble go to market early.") +
                   line(3, "Zeppelin lands", "A zeppelin, undated, landed.") +
                   line(4, "稀土出口下降", "中国稀土出口今年下降。") +
                   line(5, "稀土出口管制", "政府宣布稀土出口管制。"));
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  const Server server(folder.path() / "index");
  CHECK(headlines(related(server, id_of(server, "harvest"))) == std::set<std::string>{"Growers of walnuts sell"});
  CHECK(headlines(related(server, id_of(server, "下降"))) == std::set<std::string>{"稀土出口管制"});
  const auto none = related(server, id_of(server, "zeppelin"));
  CHECK(none.at("hits").empty());
  CHECK(none.at("total") == 0);
  CHECK(server.get("/api/v1/articles/aaaaaaaaaaaaaaaa/related").status == 404);
  CHECK(server.get("/api/v1/articles/" + id_of(server, "zeppelin") + "/related", {{"page_size", "51"}}).status == 400);
}

TEST_CASE("articles that were withdrawn or came in a later segment are related as what they are now") {
  const TemporaryFolder folder;
  std::string others;
  for (int i = 10; i < 60; ++i) others += line(i, "Ship " + std::to_string(i), "It sails on and on to port.");
  folder.write("news/others.jsonl", others);
  folder.write("news/one.jsonl", line(1, "Walnut harvest in Quibble", "Walnuts ripen late in Quibble."));
  folder.write("news/two.jsonl", line(2, "Growers of walnuts sell", "Growers sell the walnuts of Quibble."));
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  folder.write("news/two.jsonl", line(2, "Growers turn to ships", "They sail on and on."));
  folder.write("news/three.jsonl", line(3, "Walnuts of Quibble rot", "The walnuts of Quibble rot, say growers."));
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  const Server server(folder.path() / "index");
  CHECK(headlines(related(server, id_of(server, "harvest"))) == std::set<std::string>{"Walnuts of Quibble rot"});
  CHECK(headlines(related(server, id_of(server, "rot"))) == std::set<std::string>{"Walnut harvest in Quibble"});
}
