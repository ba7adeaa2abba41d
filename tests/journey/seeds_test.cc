// Real articles as copied from a page, where they are at hand beside the checkout; skipped, saying so, where not.
#include <doctest/doctest.h>

#include <set>

#include "tests/journey/programs.h"

using namespace backfile;

TEST_CASE("real pages are found by what they say and not by their sidebars") {
  const auto seeds = kSource.parent_path() / "shared/seeds";
  if (!std::filesystem::exists(seeds)) {
    MESSAGE("skipped: there is no " << seeds.string());
    return;
  }
  const TemporaryFolder folder;
  REQUIRE(index_archive(seeds, folder.path() / "index").exit == 0);
  const Server server(folder.path() / "index");
  const auto found = [&](const std::string& query, const Parameters& parameters = {}) {
    std::set<std::string> numbers;
    for (const auto& hit : server.hits(query, parameters)) {
      const auto article = server.json("/api/v1/articles/" + hit.at("id").get<std::string>());
      numbers.insert(article.at("file").get<std::string>().substr(0, 3));
    }
    return numbers;
  };
  using Numbers = std::set<std::string>;
  CHECK(found("\"beating the war drums\"") == Numbers{"001"});
  CHECK(found("科技创新") == Numbers{"001"});
  CHECK(found("\"Meng Fanying\"") == Numbers{"002", "004"});
  CHECK(found("headline:\"pay attention\"") == Numbers{"002"});
  CHECK(found("commemorated") == Numbers{"000"});
  CHECK(found("baiyun obo") == Numbers{"004"});
  CHECK(found("", {{"from", "2025-03"}, {"to", "2025-03"}}) == Numbers{"002"});
  CHECK(found("Vietnam").empty());
  CHECK(found("Vietnam", {{"in", "all"}}) == Numbers{"002"});
}
