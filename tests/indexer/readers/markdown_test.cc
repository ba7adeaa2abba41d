#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/readers/front_matter.h"
#include "indexer/readers/markdown_reader.h"
#include "tests/indexer/readers/reading.h"

using namespace backfile;

namespace {

Article article_of(std::string_view markdown) {
  ReadItem item = article_from_markdown(markdown, {"/x/a.md", "a.md"}, default_options());
  REQUIRE(std::holds_alternative<Article>(item));
  return std::get<Article>(item);
}

}  // namespace

TEST_CASE("front matter says what metadata say") {
  const Article article = article_of(
      "---\ntitle: \"Tugs: a silence\"\ndate: 2025-01-28 # Tuesday\nauthors:\n  - name: Ann Lee\n    role: editor\n  - "
      "Bo "
      "Chan\ntags: [Shipping, \"Strikes, wild\"]\nlang: en\nurl: https://tide.example/tugs\npublication: Tide\n"
      "description: >\n  The harbour\n  waits.\n---\n\nThe tugs fell silent on Tuesday morning.\n");
  CHECK(article.headline == "Tugs: a silence");
  CHECK(article.published.iso == "2025-01-28");
  CHECK(article.byline == std::vector<std::string>{"Ann Lee", "Bo Chan"});
  CHECK(article.topics == std::vector<std::string>{"Shipping", "Strikes, wild"});
  CHECK(article.url == "https://tide.example/tugs");
  CHECK(article.publication == "Tide");
  CHECK(article.summary == std::vector<std::string>{"The harbour waits."});
  CHECK(article.body == std::vector<std::string>{"The tugs fell silent on Tuesday morning."});
}

TEST_CASE("TOML front matter is read too") {
  const Article article = article_of(
      "+++\ntitle = 'Fog'\ndate = 2025-01-28T10:15:00Z\ntags = [\"a\", 'b']\n[extra]\nx = 1\n+++\nIt was foggy.");
  CHECK(article.headline == "Fog");
  CHECK(article.published.iso == "2025-01-28T10:15:00Z");
  CHECK(article.topics == std::vector<std::string>{"a", "b"});
}

TEST_CASE("without a title the first heading is the headline, and a repeated one is taken off") {
  const Article article = article_of("# Tugs *fall* silent\n\nNobody knows why.\n\n## What now?\n\nWait.\n");
  CHECK(article.headline == "Tugs fall silent");
  CHECK(article.headline_from == HeadlineFrom::text);
  CHECK(article.body == std::vector<std::string>{"Nobody knows why.", "What now?", "Wait."});
  CHECK(article_of("---\ntitle: Fog\n---\n# Fog\n\nIt was foggy.").body == std::vector<std::string>{"It was foggy."});
}

TEST_CASE("marks of Markdown come off, its text stays") {
  const Article article = article_of(
      "# T\n\nA [link](https://x.example \"t\") and `code`, **bold**.\n\n- one\n- two\n\n> quoted\n\n```\nx < "
      "y\n```\n\n| a | "
      "b |\n|---|---|\n| 1 | 2 |\n");
  const std::vector<std::string> wanted{
      "A link and code, bold.", "• one", "• two", "quoted", "x < y", "a | b", "1 | 2"};
  CHECK(article.body == wanted);
}

TEST_CASE("front matter that does not end is none") {
  CHECK(read_front_matter("---\ntitle: x\n").end == 0);
  CHECK(read_front_matter("--- \ntitle: x\n---").fields["title"] == "x");
  CHECK(read_front_matter("----\ntitle: x\n----\n").end == 0);
  CHECK(article_of("---\n\nA rule, and text that follows it.").body.size() == 1);
}

TEST_CASE("Markdown as deep as it is long is read in time") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "> ";
  CHECK_FALSE(article_of("# T\n\n" + deep + "x").headline.empty());
  CHECK_FALSE(article_of("# T\n\n" + std::string(200'000, '[') + "x").headline.empty());
  CHECK_FALSE(article_of("# T\n\n" + std::string(200'000, '*') + "x").headline.empty());
}
