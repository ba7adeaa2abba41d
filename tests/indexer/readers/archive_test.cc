// The sample archive (tests/archive) against what its writer expects of it (tests/golden/archive_articles.json).

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/indexer/readers/reading.h"

using namespace backfile;
using nlohmann::json;

namespace {

bool one_has(const std::vector<std::string>& texts, const std::string& piece) {
  return std::ranges::any_of(texts, [&](const std::string& text) { return text.find(piece) != std::string::npos; });
}

void compare(const Article& article, const json& expected) {
  CHECK(article.headline == expected["headline"].get<std::string>());
  CHECK(headline_from_name(article.headline_from) == expected["headline_from"].get<std::string>());
  CHECK(article.summary.size() == expected["summary"].get<std::size_t>());
  CHECK(article.byline == expected["byline"].get<std::vector<std::string>>());
  CHECK(article.published.iso == (expected["published"].is_null() ? "" : expected["published"].get<std::string>()));
  CHECK(precision_name(article.published.precision) == expected["published_precision"].get<std::string>());
  CHECK(published_from_name(article.published_from) == expected["published_from"].get<std::string>());
  CHECK(article.body.size() == expected["paragraphs"].get<std::size_t>());
  for (const std::string piece : expected["boilerplate_has"]) {
    CAPTURE(piece);
    CHECK(one_has(article.boilerplate, piece));
    CHECK_FALSE(std::ranges::count(article.body, piece) > 0);
  }
  for (const std::string piece : expected["body_has"]) {
    CAPTURE(piece);
    CHECK(one_has(article.body, piece));
  }
}

}  // namespace

TEST_CASE("the sample archive is understood as its writer expects") {
  const std::filesystem::path tests = std::filesystem::path(BACKFILE_SOURCE_DIR) / "tests";
  std::ifstream in(tests / "golden" / "archive_articles.json");
  if (!in || !std::filesystem::exists(tests / "archive")) {
    MESSAGE("skipped: there is no sample archive");
    return;
  }
  ReadOptions options = default_options();
  options.now = 1798761600;  // 2027-01-01
  std::map<std::string, std::vector<ReadResult>> files;
  for (const json& expected : json::parse(in)) {
    const std::string file = expected["file"];
    CAPTURE(file);
    if (!files.contains(file)) files[file] = read_items(tests / "archive" / file, options);
    const std::uint64_t line = expected.value("line", std::uint64_t{0});
    CAPTURE(line);
    const auto found = std::ranges::find_if(
        files[file], [&](const ReadResult& r) { return !r.noted() && (line == 0 || r.place.line == line); });
    REQUIRE(found != files[file].end());
    REQUIRE_FALSE(found->rejected());
    compare(found->article(), expected);
  }
}
