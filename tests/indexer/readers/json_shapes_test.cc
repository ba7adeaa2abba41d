#include "indexer/readers/json_shapes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/indexer/readers/reading.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;

namespace {

using Lines = std::vector<std::string>;

std::vector<ReadResult> read_text(std::string_view text, const std::string& name = "a.json") {
  const TemporaryFolder folder;
  return read_items(folder.write(name, text), default_options());
}

Article only_article(std::string_view text) {
  const auto results = read_text(text);
  REQUIRE(results.size() == 1);
  CAPTURE(results[0].message());
  REQUIRE(std::holds_alternative<Article>(results[0].item));
  return results[0].article();
}

}  // namespace

TEST_CASE("of what Elasticsearch answers or dumps, the sources are the records") {
  const auto answered = read_text(
      R"({"took": 3, "hits": {"total": {"value": 2}, "hits": [{"_id": "x", "_source": {"title": "Fog"}},
      {"_id": "y", "_source": {"title": "Tugs", "id": 7}}]}})");
  REQUIRE(answered.size() == 2);
  CHECK(answered[0].article().headline == "Fog");
  CHECK(answered[0].article().identifier == "x");
  CHECK(answered[1].article().identifier == "7");
  const auto dumped = read_text("{\"_index\":\"news\",\"_id\":\"x\",\"_source\":{\"title\":\"Fog\"}}\n", "a.jsonl");
  REQUIRE(dumped.size() == 1);
  CHECK(dumped[0].article().identifier == "x");
}

TEST_CASE("lines of a bulk file that say what to do are no records, and name the next one") {
  const auto results = read_text(
      "{\"index\":{\"_id\":\"x\"}}\n{\"title\":\"Fog\"}\n{\"create\":{}}\n{\"title\":\"Tugs\"}\n"
      "{\"index\":{\"title\":\"no\"}}\n",
      "a.jsonl");
  REQUIRE(results.size() == 3);
  CHECK(results[0].article().identifier == "x");
  CHECK(results[0].place.number == 0);
  CHECK(results[0].place.line == 2);
  CHECK(results[1].article().identifier == "");
  CHECK(results[2].reason() == "empty");
}

TEST_CASE("numbers that WordPress has for people and terms are no names") {
  const std::string post = R"({"id": 5, "title": {"rendered": "Fog"}, "content": {"rendered": "<p>It was foggy.</p>"},
      "author": 12, "categories": [5], "tags": [8, 9])";
  const Article bare = only_article(post + "}");
  CHECK(bare.headline == "Fog");
  CHECK(bare.byline.empty());
  CHECK(bare.section == "");
  CHECK(bare.topics.empty());
  const Article named = only_article(post + R"(, "_embedded": {"author": [{"name": "Ann Lee"}], "wp:term": [
      [{"taxonomy": "category", "name": "Sea"}], [{"taxonomy": "post_tag", "name": "ports"}]]}})");
  CHECK(named.byline == Lines{"Ann Lee"});
  CHECK(named.section == "Sea");
  CHECK(named.topics == Lines{"ports"});
  for (const char* odd : {"[]", "5", R"({"author": 5, "wp:term": 5})", R"({"wp:term": [[5], {"a": 1}]})"}) {
    CHECK(only_article(post + R"(, "_embedded": )" + odd + "}").headline == "Fog");
  }
}

TEST_CASE("of the bodies of ninjs one is taken, HTML before plain text") {
  const auto body = [](const std::string& bodies) {
    return only_article(R"({"uri": "u", "headlines": [{"role": "main", "value": "Fog"}], "bodies": )" + bodies + "}")
        .body;
  };
  const std::string html = R"({"contentType": "text/html", "value": "<p>It was foggy.</p><p>Still.</p>"})";
  const std::string plain = R"({"contentType": "text/plain", "value": "It was foggy."})";
  CHECK(body("[" + plain + "," + html + "]") == Lines{"It was foggy.", "Still."});
  CHECK(body("[" + plain + "]") == Lines{"It was foggy."});
  CHECK(body("[]").empty());
}

TEST_CASE("people and papers that schema.org's articles refer to are found in the graph") {
  const Article article = only_article(
      R"({"@graph": [{"@type": "NewsArticle", "headline": "Fog", "author": [{"@id": "#a"}, {"@id": "#b"}],
      "publisher": {"@id": "#o"}}, {"@type": "Person", "@id": "#a", "name": "Ann Lee"},
      {"@type": "Organization", "@id": "#o", "name": "Tide", "url": "x"}]})");
  CHECK(article.byline == Lines{"Ann Lee"});
  CHECK(article.publication == "Tide");
}

TEST_CASE("the updates of a live blog are its text") {
  const Article article = only_article(
      R"({"@type": "LiveBlogPosting", "headline": "Fog", "articleBody": "It is foggy.", "liveBlogUpdate":
      [{"headline": "Noon", "articleBody": "It lifts."}, {"articleBody": "It is back."}, 5]})");
  CHECK(article.body == Lines{"It is foggy.", "Noon", "It lifts.", "It is back."});
}

TEST_CASE("pictures, drafts and what was withdrawn are noted") {
  const std::string ninjs = R"("uri": "u", "versioncreated": "2025-01-28", "headline": "Fog")";
  struct Case {
    std::string record;
    bool taken;
  };
  const std::vector<Case> table{
      {"{" + ninjs + R"(, "pubstatus": "usable", "type": "text"})", true},
      {"{" + ninjs + R"(, "pubstatus": "canceled", "type": "text"})", false},
      {"{" + ninjs + R"(, "pubStatus": "withheld"})", false},
      {"{" + ninjs + R"(, "type": "picture"})", false},
      {R"({"headline": "Fog", "type": "video"})", true},
      {R"({"title": {"rendered": "Fog"}, "status": "publish"})", true},
      {R"({"title": {"rendered": "Fog"}, "status": "draft"})", false},
      {R"({"title": "Fog", "status": "draft"})", true},
  };
  for (const Case& row : table) {
    CAPTURE(row.record);
    const auto results = read_text(row.record);
    REQUIRE(results.size() == 1);
    CHECK(results[0].noted() != row.taken);
  }
  const auto two = read_text("[" + table[1].record + "," + table[3].record + "," + table[0].record + "]");
  REQUIRE(two.size() == 2);
  CHECK(two[1].message().starts_with("2 records"));
}
