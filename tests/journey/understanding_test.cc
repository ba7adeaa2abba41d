// What the server says of a query itself: how it was understood, and why each hit stands where it does.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "tests/journey/sample.h"

using namespace backfile;

namespace {

using Json = nlohmann::json;

// Every node of a parsed tree, the root first.
void collect(const Json& node, std::vector<Json>& nodes) {
  nodes.push_back(node);
  for (const Json& child : node.at("children")) collect(child, nodes);
}

}  // namespace

TEST_CASE("each clause of a parsed query has the articles that it finds as a query of its own") {
  int counted = 0;
  for (const char* query :
       {"tug strike", "\"tug strike\" OR astrolabe", "strike -bananas headline:tug", "quota NEAR/20 export",
        "tug* (strike OR astrolab~1)", "科技创新 OR 稀土", "date:1998 astrolabe", "repeat3:tug", "in:all narwhal"}) {
    CAPTURE(query);
    const Json parsed = sample().server.json("/api/v1/parse", {{"q", query}});
    const Json found = sample().server.search(query);
    CHECK(parsed.at("parsed") == found.at("parsed"));
    CHECK(parsed.at("tree").at("articles") == found.at("total"));
    std::vector<Json> nodes;
    collect(parsed.at("tree"), nodes);
    for (const Json& node : nodes) {
      if (node.at("articles").is_null() || !node.at("field").is_null() || node.at("kind") == "exclude") continue;
      const bool everywhere = std::string_view(query).starts_with("in:all");
      const Parameters where = everywhere ? Parameters{{"in", "all"}} : Parameters{};
      CAPTURE(node.at("query"));
      CHECK(sample().server.search(node.at("query"), where).at("total") == node.at("articles"));
      ++counted;
    }
  }
  CHECK(counted > 20);
}

TEST_CASE("a parsed query says where its clauses stand and which words of the archive they are") {
  const Json tree = sample().server.json("/api/v1/parse", {{"q", "«tug strike» -headline:bananas"}}).at("tree");
  REQUIRE(tree.at("children").size() == 2);
  CHECK(tree.at("kind") == "all");
  CHECK(tree.at("children").at(0).at("kind") == "phrase");
  CHECK(tree.at("children").at(0).at("at") == 0);
  CHECK(tree.at("children").at(0).at("end") == 12);
  const Json& word = tree.at("children").at(1).at("children").at(0).at("children").at(0);
  CHECK(word.at("field") == "headline");
  CHECK(word.at("at") == 23);
  const Json forms = sample().server.json("/api/v1/parse", {{"q", "strikes"}}).at("tree").at("forms");
  CHECK(std::ranges::find(forms, "strike") != forms.end());
  CHECK(std::ranges::find(forms, "strikes") != forms.end());
}

TEST_CASE("strict=1 refuses to parse what cannot be read") {
  CHECK(sample().server.get("/api/v1/parse", {{"q", "tug /x/"}, {"strict", "1"}}).status == 400);
  CHECK(sample().server.get("/api/v1/parse", {{"q", "tug /x/"}}).status == 200);
}

TEST_CASE("the weights of an explained hit add up to its score, and its counts are those of the article") {
  int explained = 0;
  for (const char* query :
       {"tug", "tug strike harbour", "\"tug strike\" OR astrolabe", "headline:tug strike", "tug* -bananas",
        "tug NEAR/5 strike", "稀土", "repeat2:tug", "the", "strike -(tug -harbour)"}) {
    CAPTURE(query);
    for (const Json& hit : sample().server.hits(query, {{"explain", "1"}, {"page_size", "50"}})) {
      double sum = 0;
      for (const Json& part : hit.at("explanation")) {
        sum += part.at("weight").get<double>();
        if (part.at("clause").is_null()) continue;
        int count = 0;
        for (const auto& [form, often] : part.at("forms").items()) count += often.get<int>();
        CHECK(count == part.at("count"));
        CHECK(count > 0);
        CHECK_FALSE(part.at("places").empty());
      }
      CHECK(sum == doctest::Approx(hit.at("score").get<double>()).epsilon(0.001));
      ++explained;
    }
  }
  CHECK(explained > 40);
}

TEST_CASE("an explained hit says which clause stands in which field how often") {
  const Json hits = sample().server.hits("headline:astrolabe theft", {{"explain", "1"}, {"op", "or"}});
  REQUIRE_FALSE(hits.empty());
  const Json& first = hits.at(0).at("explanation").at(0);
  CHECK(first.at("clause") == "astrolabe");
  CHECK(first.at("field") == "headline");
  CHECK(first.at("places") == Json::array({"headline"}));
  for (const Json& hit : sample().server.hits("tug")) CHECK(hit.at("explanation").empty());
}

TEST_CASE("with op=or an article that has all the words gets something for it") {
  int all = 0;
  int some = 0;
  for (const Json& hit :
       sample().server.hits("tug strike harbour", {{"explain", "1"}, {"op", "or"}, {"page_size", "100"}})) {
    const Json& parts = hit.at("explanation");
    const bool has_all = parts.size() == 4 || (parts.size() == 3 && !parts.back().at("clause").is_null());
    CHECK((parts.back().at("clause").is_null() && parts.back().at("weight") > 0.0) == has_all);
    ++(has_all ? all : some);
  }
  CHECK(all > 0);
  CHECK(some > 0);
}

TEST_CASE("a language is asked for by any name of it") {
  for (const char* name : {"en", "EN", "eng", "English"}) {
    CAPTURE(name);
    CHECK(sample().server.search("", {{"language", name}}).at("total") ==
          sample().server.search("language:en").at("total"));
    CHECK(sample().server.search(std::string("lang:") + name).at("total") > 0);
  }
}

TEST_CASE("recency changes the order of hits and not which they are") {
  const auto ids = [&](const char* recency) {
    std::vector<std::string> found;
    for (const Json& hit :
         sample().server.hits("harbour", {{"recency", recency}, {"page_size", "100"}, {"collapse", "none"}})) {
      found.push_back(hit.at("id"));
    }
    return found;
  };
  auto plain = ids("0");
  auto recent = ids("1");
  CHECK(plain != recent);
  std::ranges::sort(plain);
  std::ranges::sort(recent);
  CHECK(plain == recent);
}

TEST_CASE("did_you_mean is a query with more hits, in the words of the archive") {
  struct Case {
    const char* query;
    const char* expected;  // nullptr: nothing to mean
  };
  const std::vector<Case> table{
      {"tug strkie", "tug strike"},
      {"astrolbe", "astrolabe"},
      {"ASTROLBE OR astroalbe", "astrolabe OR astrolabe"},
      {"\"tug strke\"", "\"tug strike\""},
      {"headline:strke tug", "headline:strike tug"},
      {"tugboat rightaway", nullptr},
      {"strike", nullptr},
      {"=strke", nullptr},
      {"strike -strke", nullptr},
      {"xqzzt", nullptr},
      {"*strke", nullptr},
      {"稀土", nullptr},
      {"", nullptr},
  };
  for (const Case& row : table) {
    CAPTURE(row.query);
    const Json answer = sample().server.search(row.query);
    if (!row.expected) {
      CHECK(answer.at("did_you_mean").is_null());
      continue;
    }
    REQUIRE(answer.at("did_you_mean").is_string());
    CHECK(answer.at("did_you_mean") == row.expected);
    CHECK(sample().server.search(answer.at("did_you_mean")).at("total") > answer.at("total"));
  }
}

TEST_CASE("a search without hits says which clause emptied it and offers only what has hits") {
  const auto no_hits = [](const char* query, const Parameters& parameters = {}) {
    const Json answer = sample().server.search(query, parameters);
    CAPTURE(query);
    CHECK(answer.at("total") == 0);
    REQUIRE(answer.at("no_hits").is_object());
    for (const Json& better : answer.at("no_hits").at("instead")) {
      CAPTURE(better.at("query"));
      const bool unfiltered = better.at("reason") == "no_filters";
      CHECK(sample().server.search(better.at("query"), unfiltered ? Parameters{} : parameters).at("total") ==
            better.at("total"));
      CHECK(better.at("total") > 0);
    }
    return answer.at("no_hits");
  };
  const auto reasons = [](const Json& advice) {
    std::set<std::string> names;
    for (const Json& better : advice.at("instead")) names.insert(better.at("reason"));
    return names;
  };
  const Json absent = no_hits("tug xylophone strike");
  REQUIRE(absent.at("emptied_by").size() == 1);
  CHECK(absent.at("emptied_by").at(0) == Json{{"clause", "xylophone"}, {"at", 4}, {"end", 13}, {"total", 0}});
  CHECK(absent.at("instead").at(0) == Json{{"query", "tug strike"},
                                           {"total", sample().server.search("tug strike").at("total")},
                                           {"reason", "one_clause_less"}});

  const Json apart = no_hits("astrolabe scallop");  // each alone has articles
  REQUIRE(apart.at("emptied_by").size() == 2);
  CHECK(apart.at("emptied_by").at(0).at("total") > 0);

  const Json excluded = no_hits("astrolabe -astrolabe");
  CHECK(excluded.at("instead").at(0).at("query") == "astrolabe");

  CHECK(reasons(no_hits("strke", {{"from", "1700"}, {"to", "1700"}})).empty());
  CHECK(reasons(no_hits("strike", {{"from", "1700"}, {"to", "1700"}})) == std::set<std::string>{"no_filters"});
  CHECK(reasons(no_hits("astrolabe scallop bananas")).contains("any_word"));
  CHECK(reasons(no_hits("科技稀土")).contains("any_word"));  // a run that no article has whole
  CHECK(sample().server.search("strike").at("no_hits").is_null());
}
