// The example articles that the product was built for, where their folder lies beside the sources.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/indexer/readers/reading.h"

using namespace backfile;

namespace {

struct Expected {
  std::string prefix;  // of the file's name
  HeadlineFrom headline_from;
  std::size_t summary;
  std::vector<std::string> byline;
  std::string published;
  std::size_t paragraphs;    // sub-headings counted
  std::size_t sub_headings;  // paragraphs of at most 80 bytes
  std::size_t boilerplate;
};

const std::vector<Expected> kExpected{
    {"000_", HeadlineFrom::summary, 3, {"Daniel"}, "", 7, 0, 1},
    {"001_", HeadlineFrom::summary, 3, {"Daniel"}, "", 13, 2, 1},
    {"002_", HeadlineFrom::text, 3, {"Daniel"}, "2025-03-03", 5, 0, 20},
    {"003_", HeadlineFrom::summary, 3, {}, "", 7, 2, 1},
    {"004_", HeadlineFrom::text, 7, {}, "", 6, 0, 7},
};

std::filesystem::path file_with_prefix(const std::filesystem::path& folder, const std::string& prefix) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().filename().string().starts_with(prefix)) return entry.path();
  }
  return {};
}

}  // namespace

TEST_CASE("the example articles come apart as a reader would take them apart") {
  const auto folder = std::filesystem::path(BACKFILE_SOURCE_DIR).parent_path() / "shared" / "seeds";
  if (!std::filesystem::exists(folder)) {
    MESSAGE("skipped: there is no folder ", folder.string());
    return;
  }
  for (const Expected& expected : kExpected) {
    CAPTURE(expected.prefix);
    const auto results = read_items(file_with_prefix(folder, expected.prefix), default_options());
    REQUIRE(results.size() == 1);
    REQUIRE_FALSE(results[0].rejected());
    const Article& article = results[0].article();
    CHECK(article.headline_from == expected.headline_from);
    if (expected.headline_from == HeadlineFrom::summary) CHECK(article.headline == article.summary[0]);
    CHECK(article.summary.size() == expected.summary);
    CHECK(article.byline == expected.byline);
    CHECK(article.published.iso == expected.published);
    CHECK(article.published_from == (expected.published.empty() ? PublishedFrom::none : PublishedFrom::text));
    CHECK(article.body.size() == expected.paragraphs);
    const auto is_short = [](const std::string& paragraph) { return paragraph.size() <= 80; };
    CHECK(static_cast<std::size_t>(std::ranges::count_if(article.body, is_short)) == expected.sub_headings);
    CHECK(article.boilerplate.size() == expected.boilerplate);
    for (const std::string& paragraph : article.body) CHECK(paragraph.find("opens in a new tab") == std::string::npos);
  }
}
