#include "indexer/readers/json_credits.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/readers/json_article.h"
#include "indexer/readers/json_parse.h"
#include "tests/indexer/readers/harbour_page.h"
#include "tests/indexer/readers/reading.h"

using namespace backfile;

namespace {

using Names = std::vector<std::string>;

Names byline_of(const std::string& record) {
  auto parsed = parse_json(record);
  REQUIRE(std::holds_alternative<nlohmann::json>(parsed));
  ReadItem item = article_from_json(std::get<nlohmann::json>(parsed), {"/x/a.json", "a.json"}, default_options());
  REQUIRE(std::holds_alternative<Article>(item));
  return std::get<Article>(item).byline;
}

}  // namespace

TEST_CASE("writers of JSON records, in every shape that archives give them") {
  struct Case {
    std::string author;
    Names byline;
  };
  const std::vector<Case> table{
      {R"("Ann Lee")", {"Ann Lee"}},
      {R"(["Ann Lee", {"name": "Bo Ek"}])", {"Ann Lee", "Bo Ek"}},
      {R"("Ann Lee\nBo Ek")", {"Ann Lee", "Bo Ek"}},
      {R"("Ann Lee|Bo Ek")", {"Ann Lee", "Bo Ek"}},
      {R"("['Ann Lee', 'Bo Ek']")", {"Ann Lee", "Bo Ek"}},
      {R"("['Ann Lee', \"Bo O'Dell\"]")", {"Ann Lee", "Bo O'Dell"}},
      {R"("['Bo O'Dell', 'Ann Lee']")", {"Bo O'Dell", "Ann Lee"}},
      {R"("['Ann Lee")", {"['Ann Lee"}},
      {R"("[]")", {}},
      {R"("<a href='/ann'>Ann Lee</a>")", {"Ann Lee"}},
      {R"("admin")", {}},
      {R"(["None", "Ann Lee"])", {"Ann Lee"}},
      {R"("Ann Lee Updated March 6, 2024")", {"Ann Lee"}},
      {R"("Photo: Bo Ek")", {}},
      {R"("Reporter: Ann Lee")", {"Ann Lee"}},
      {R"({"first_name": "Ann", "last_name": "Lee"})", {"Ann Lee"}},
      {R"({"givenName": "Ann", "familyName": "Lee"})", {"Ann Lee"}},
      {R"({"givenName": "晓明", "familyName": "李"})", {"李晓明"}},
      {R"({"last_name": "Lee"})", {"Lee"}},
      {R"({"display_name": "Ann Lee"})", {"Ann Lee"}},
      {R"({"fullName": "Ann Lee"})", {"Ann Lee"}},
      {R"({"name": ["Ann Lee", "Bo Ek"]})", {"Ann Lee", "Bo Ek"}},
      {R"({"name": {"@value": "Ann Lee"}})", {"Ann Lee"}},
      {R"({"name": null, "display_name": "Ann Lee"})", {"Ann Lee"}},
      {R"({"original": "By ANN LEE", "person": [{"firstname": "Ann", "lastname": "LEE"}]})", {"ANN LEE"}},
      {R"({"original": null, "person": [{"firstname": "Ann", "lastname": "Lee"}]})", {"Ann Lee"}},
      {R"({"a": {"name": "Ann Lee"}})", {}},
  };
  for (const Case& row : table) {
    CAPTURE(row.author);
    CHECK(byline_of(R"({"title": "Fog", "author": )" + row.author + "}") == row.byline);
  }
}

TEST_CASE("the publication is a writer of its records where nobody else is") {
  CHECK(byline_of(R"({"title": "Fog", "source": "The Echo", "author": ["The Echo", "Ann Lee"]})") == Names{"Ann Lee"});
  CHECK(byline_of(R"({"title": "Fog", "source": "The Echo", "author": "The Echo"})") == Names{"The Echo"});
  CHECK(byline_of(R"({"title": "Fog", "byline": "None", "author": "Ann Lee"})") == Names{"Ann Lee"});
}

TEST_CASE("writers of JSON-LD whose names are in parts") {
  const Article article = article_of(
      "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[{\"givenName\":\"Ann\","
      "\"familyName\":\"Lee\"},{\"@type\":\"Person\",\"name\":null,\"givenName\":\"Bo\",\"familyName\":\"Ek\"}]}"
      "</script><h1>Fog closes harbour</h1>" +
      kText);
  CHECK(article.byline == Names{"Ann Lee", "Bo Ek"});
}

TEST_CASE("no depth of lists and objects does harm") {
  std::string deep = "\"Ann Lee\"";
  for (int i = 0; i < 30; ++i) deep = R"([{"name": )" + deep + "}]";
  CHECK(byline_of(R"({"title": "Fog", "author": )" + deep + "}").empty());
}
