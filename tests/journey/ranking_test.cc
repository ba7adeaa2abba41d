// What decides the order of hits, on a few articles made for it.
#include <doctest/doctest.h>

#include "tests/journey/programs.h"

using namespace backfile;

namespace {

struct Archive {
  explicit Archive(const std::string& lines) {
    archive.write("articles.jsonl", lines);
    REQUIRE(index_archive(archive.path(), folder.path() / "index").exit == 0);
    server = std::make_unique<Server>(folder.path() / "index");
  }

  // Identifiers of the hits, best first.
  std::string order(const std::string& query, const char* op = "or") const {
    std::string identifiers;
    for (const auto& hit : server->hits(query, {{"op", op}})) {
      identifiers += (identifiers.empty() ? "" : " ") + hit.at("identifier").get<std::string>();
    }
    return identifiers;
  }

  TemporaryFolder archive;
  TemporaryFolder folder;
  std::unique_ptr<Server> server;
};

std::string article(const std::string& id, const std::string& headline, const std::string& body) {
  return nlohmann::json{{"id", id}, {"headline", headline}, {"body", body}}.dump() + "\n";
}

}  // namespace

TEST_CASE("function words of a question do not outweigh the one word that says what it is about") {
  std::string lines = article("about", "Harbour news", "A lighter was loaded with cobalt today near quay nine.");
  for (const char* id : {"x1", "x2", "x3", "x4"}) lines += article(id, "Town news", "Nothing much happened near it.");
  lines += article("function", "Other news", "What was it about then, and why did they go?");
  CHECK(Archive(lines).order("what about cobalt then").starts_with("about"));
}

TEST_CASE("a word without other forms weighs as much as one that has them") {
  // Of two words as rare, mining has another form in the archive and Zelenka none.
  std::string lines = article("form", "News one", "They spoke of mining that day.");
  lines += article("name", "News two", "They spoke of Zelenka Zelenka that day.");
  lines += article("other", "News three", "They mine.");
  CHECK(Archive(lines).order("mining zelenka").starts_with("name"));
}

TEST_CASE("the form that was written comes before the other forms of a word") {
  std::string lines = article("plural", "News one", "The tariffs rose.");
  lines += article("singular", "News two", "The tariff rose.");
  const Archive archive(lines);
  CHECK(archive.order("tariff") == "singular plural");
  CHECK(archive.order("tariffs") == "plural singular");
}

TEST_CASE("a word in the headline weighs more than in the body") {
  std::string lines = article("body", "News of the day", "The herring came back.");
  lines += article("headline", "Herring of the day", "The news came back.");
  CHECK(Archive(lines).order("herring") == "headline body");
}

TEST_CASE("a word that the query repeats weighs more") {
  std::string lines = article("copper", "News", "It is about copper here.");
  lines += article("cobalt", "News", "It is about cobalt here.");
  const Archive archive(lines);
  CHECK(archive.order("copper cobalt cobalt") == "cobalt copper");
  CHECK(archive.order("cobalt copper copper") == "copper cobalt");
}

TEST_CASE("with op=or a run of Chinese finds articles that have its words apart, those with the whole of it first") {
  std::string lines = article("apart", "消息", "稀土的出口增加了。");
  lines += article("whole", "消息", "稀土出口增加了。");
  lines += article("none", "消息", "天气很好。");
  const Archive archive(lines);
  CHECK(archive.order("稀土出口") == "whole apart");
  CHECK(archive.order("“稀土出口”") == "whole");
  CHECK(archive.order("稀土出口", "and") == "whole");
}
