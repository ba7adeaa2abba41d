// Ranking on the sample archive: queries of many kinds and the article that a reader would want first. The ranks are a
// golden file, so that a change of ranking shows as a small diff of tests/relevance/ranks.txt
// (BACKFILE_UPDATE_GOLDEN=1 writes it anew).
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/journey/sample.h"

using namespace backfile;

namespace {

// Of each article: its file; with "#identifier" behind it in files of several.
std::map<std::string, std::string> places_by_id() {
  std::map<std::string, std::string> places;
  for (const auto& hit : sample().server.hits("", {{"page_size", "100"}, {"collapse", "none"}})) {
    const std::string id = hit.at("id");
    std::string& place = places[id];
    place = sample().server.json("/api/v1/articles/" + id).at("file");
    if (!place.ends_with(".txt") && hit.at("identifier").is_string()) place += "#" + std::string(hit.at("identifier"));
  }
  return places;
}

// From 1; 0 where it is not among the hits.
std::size_t rank_of(const std::string& wanted, const std::string& query, const std::string& op,
                    const std::map<std::string, std::string>& places) {
  std::size_t rank = 0;
  for (const auto& hit : sample().server.hits(query, {{"op", op}, {"page_size", "100"}, {"collapse", "none"}})) {
    ++rank;
    if (places.at(hit.at("id")) == wanted) return rank;
  }
  return 0;
}

std::string summary_of(const std::vector<std::size_t>& ranks) {
  std::string line;
  const auto add = [&](const char* name, double sum) {
    char text[64];
    std::snprintf(text, sizeof text, "%s %.3f", name, sum / static_cast<double>(ranks.size()));
    line += (line.empty() ? "" : " ") + std::string(text);
  };
  for (const std::size_t within : {1U, 2U, 3U, 4U, 5U}) {
    double found = 0;
    for (const std::size_t rank : ranks) found += rank > 0 && rank <= within ? 1 : 0;
    add(("recall@" + std::to_string(within)).c_str(), found);
  }
  double reciprocal = 0;
  for (const std::size_t rank : ranks) reciprocal += rank > 0 ? 1.0 / static_cast<double>(rank) : 0;
  add("MRR", reciprocal);
  return line;
}

}  // namespace

TEST_CASE("the article that a reader would want has the rank that it had") {
  const auto places = places_by_id();
  std::vector<std::size_t> ranks;
  std::string actual;
  std::ifstream queries(kSource / "tests/relevance/queries.tsv");
  for (std::string line; std::getline(queries, line);) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    const std::string query = line.substr(second + 1);
    const std::string wanted = line.substr(first + 1, second - first - 1);
    ranks.push_back(rank_of(wanted, query, line.substr(0, first), places));
    actual += std::to_string(ranks.back()) + "\t" + query + "\n";
  }
  REQUIRE(ranks.size() >= 40);
  actual += summary_of(ranks) + "\n";
  MESSAGE(summary_of(ranks));
  const auto file = kSource / "tests/relevance/ranks.txt";
  if (std::getenv("BACKFILE_UPDATE_GOLDEN")) std::ofstream(file) << actual;
  std::ostringstream golden;
  golden << std::ifstream(file).rdbuf();
  CHECK(actual == golden.str());
}
