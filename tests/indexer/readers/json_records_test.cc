#include "indexer/readers/json_records.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/indexer/readers/reading.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;

namespace {

std::vector<ReadResult> read_json_text(std::string_view text) {
  const TemporaryFolder folder;
  return read_items(folder.write("a.json", text), default_options());
}

std::size_t records_in(const char* text) {
  nlohmann::json value = nlohmann::json::parse(text);
  return records_of(value).records.size();
}

}  // namespace

TEST_CASE("a JSON Feed gives its items, with its name and authors") {
  const auto results = read_json_text(
      R"({"version": "https://jsonfeed.org/version/1.1", "title": "Tide", "language": "en-GB", "authors": [{"name": "Ann Lee"}],
      "items": [{"id": "1", "url": "https://tide.example/1", "title": "Fog", "content_html": "<p>It was <b>foggy</b>.</p><p>Still.</p>",
      "date_published": "2025-01-28T10:15:00Z", "date_modified": "2025-01-29T10:15:00Z", "tags": ["Weather"]},
      {"id": "2", "content_text": "No tug moved.", "authors": [{"name": "Bo Chan"}]}]})");
  REQUIRE(results.size() == 2);
  const Article& first = results[0].article();
  CHECK(first.headline == "Fog");
  CHECK(first.publication == "Tide");
  CHECK(first.language == "en-GB");
  CHECK(first.byline == std::vector<std::string>{"Ann Lee"});
  CHECK(first.body == std::vector<std::string>{"It was foggy.", "Still."});
  CHECK(results[0].place.crawled == "2025-01-29T10:15:00Z");
  CHECK(results[1].article().byline == std::vector<std::string>{"Bo Chan"});
  CHECK(results[1].place.number == 1);
}

TEST_CASE("schema.org articles are found in a graph") {
  const auto results = read_json_text(
      R"({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Tide"}, {"@type": ["NewsArticle"],
      "headline": "Fog &amp; tugs", "articleBody": "It was foggy.", "author": [{"@type": "Person", "name": "Ann Lee"}],
      "publisher": {"name": "Tide"}, "mainEntityOfPage": {"@id": "https://tide.example/fog"}, "inLanguage": "en",
      "articleSection": ["Weather"], "keywords": "fog, tugs", "datePublished": "2025-01-28"}]})");
  REQUIRE(results.size() == 1);
  const Article& article = results[0].article();
  CHECK(article.headline == "Fog & tugs");
  CHECK(article.url == "https://tide.example/fog");
  CHECK(article.byline == std::vector<std::string>{"Ann Lee"});
  CHECK(article.publication == "Tide");
  CHECK(article.section == "Weather");
  CHECK(article.topics == std::vector<std::string>{"fog", "tugs"});
}

TEST_CASE("ninjs is read") {
  const auto results = read_json_text(
      R"({"uri": "urn:wire:17", "type": "text", "provider": "North Sea Wire", "headline": "Fog", "byline": "By Ann Lee", "language": "en",
      "versioncreated": "2025-01-29T10:15:00Z", "firstcreated": "2025-01-28T10:15:00Z", "subject": [{"code": "1", "name": "Weather"}],
      "body_xhtml": "<div><p>It was foggy.</p></div>", "body_text": "It was foggy."})");
  REQUIRE(results.size() == 1);
  const Article& article = results[0].article();
  CHECK(article.identifier == "urn:wire:17");
  CHECK(article.publication == "North Sea Wire");
  CHECK(article.published.iso == "2025-01-28T10:15:00Z");
  CHECK(article.topics == std::vector<std::string>{"Weather"});
  CHECK(article.body == std::vector<std::string>{"It was foggy."});
  CHECK(results[0].place.crawled == "2025-01-29T10:15:00Z");
}

TEST_CASE("what interfaces wrap is unwrapped, and an article is not taken for a wrapper") {
  CHECK(records_in(R"({"status": "ok", "articles": [{"title": "a"}, {"title": "b"}]})") == 2);
  CHECK(records_in(R"({"response": {"docs": [{"headline": "a"}]}})") == 1);
  CHECK(records_in(R"({"text": "x", "items": [{"title": "a"}, {"title": "b"}]})") == 1);
  CHECK(records_in(R"({"data": {"data": {"data": {"data": {"data": {"items": [{}, {}]}}}}}})") == 1);
  CHECK(records_in("[1, 2]") == 1);
}
