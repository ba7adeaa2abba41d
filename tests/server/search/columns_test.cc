#include "server/search/columns.h"

#include <doctest/doctest.h>

#include <ostream>

#include "server/search/facets.h"
#include "server/search/random_order.h"

using namespace backfile;

namespace {

// A segment whose documents have a publication each.
std::shared_ptr<SegmentColumns> segment_of(const std::vector<std::string>& publications) {
  auto segment = std::make_shared<SegmentColumns>();
  segment->last = static_cast<Xapian::docid>(publications.size());
  for (SpellingColumn& column : segment->labels) column.begins.assign(segment->last + 2, 0);
  SpellingColumn& column = segment->labels[0];
  for (std::size_t i = 0; i < publications.size(); ++i) {
    column.begins[i + 1] = static_cast<std::uint32_t>(i);
    column.values.push_back(static_cast<std::uint32_t>(i));
    column.spellings.push_back(publications[i]);
  }
  column.begins.back() = static_cast<std::uint32_t>(publications.size());
  segment->published.resize(segment->last + 1);
  segment->stories.resize(segment->last + 1);
  segment->has_copies.resize(segment->last + 1);
  return segment;
}

std::vector<std::uint32_t> members(const ArticleSet& set) {
  std::vector<std::uint32_t> all;
  set.for_each([&](std::uint32_t number) { all.push_back(number); });
  return all;
}

}  // namespace

TEST_CASE("a set of articles holds what was put in") {
  ArticleSet set(200);
  for (const std::uint32_t number : {0U, 63U, 64U, 199U}) set.insert(number);
  CHECK(members(set) == std::vector<std::uint32_t>{0, 63, 64, 199});
  CHECK(set.size() == 4);
  ArticleSet other(200);
  other.insert(64);
  CHECK(members(set -= other) == std::vector<std::uint32_t>{0, 63, 199});
  CHECK(members(set &= other).empty());
}

TEST_CASE("segments become one table without what is withdrawn, and a label is shown as most articles write it") {
  const auto one = segment_of({"The Post", "the post", "THE POST", "Gazette"});
  const auto two = segment_of({"the  Post", "the post"});
  const std::vector<bool> first_gone{false, true};
  const std::vector<bool> none_gone;
  const Columns columns = join_columns({{one, &first_gone}, {two, &none_gone}});
  CHECK(members(columns.live) == std::vector<std::uint32_t>{2, 3, 4, 6, 7});
  const LabelColumn& publications = columns.labels_of(FieldName::publication);
  CHECK(publications.shown == std::vector<std::string>{"the post", "Gazette"});
  CHECK(publications.of(1).empty());
  REQUIRE(publications.of(6).size() == 1);
  CHECK(publications.of(6)[0] == publications.of(2)[0]);
  CHECK(publications.of(4)[0] != publications.of(2)[0]);
  CHECK(columns.docid_of(2) == 3);  // two segments: documents are dealt out in turn
  CHECK(columns.docid_of(7) == 4);
}

TEST_CASE("articles of one story are found in every segment, and one that is left alone has no copies") {
  const auto one = segment_of({"A", "B", "C"});
  const auto two = segment_of({"D", "E"});
  for (const auto& segment : {one, two}) segment->has_copies.assign(segment->last + 1, true);
  one->stories = {0, 11, 22, 33};
  two->stories = {0, 11, 22};
  const std::vector<bool> none_gone;
  const std::vector<bool> second_gone{false, false, true};
  const Columns columns = join_columns({{one, &none_gone}, {two, &second_gone}});
  REQUIRE(columns.story_sets.size() == 1);
  CHECK(columns.story_sets[0] == std::vector<std::uint32_t>{1, 5});
  CHECK(columns.story_set[1] == 0);
  CHECK(columns.story_set[2] == kNoCopies);
  const Tally all = tally(columns.live, columns);
  CHECK(all.articles == 4);
  CHECK(all.stories == 3);
}

TEST_CASE("a sample is the same for the same seed, and of a story it has one article") {
  const auto segment = segment_of({"A", "B", "C", "D", "E", "F", "G", "H"});
  for (std::uint32_t i = 1; i <= 8; ++i) segment->stories[i] = i <= 2 ? 1 : i;
  const std::vector<bool> none_gone;
  const Columns columns = join_columns({{segment, &none_gone}});
  const auto page = [&](std::uint32_t seed, bool collapse, std::uint64_t first, std::uint32_t count) {
    return random_page(columns.live, columns, seed, collapse, first, count);
  };
  CHECK(page(1, false, 0, 8) == page(1, false, 0, 8));
  CHECK(page(1, false, 0, 8) != page(2, false, 0, 8));
  CHECK(page(1, false, 0, 100).size() == 8);
  CHECK(page(1, true, 0, 100).size() == 7);
  auto halves = page(1, true, 0, 4);
  const auto rest = page(1, true, 4, 4);
  halves.insert(halves.end(), rest.begin(), rest.end());
  CHECK(halves == page(1, true, 0, 100));
  CHECK(page(1, true, 7, 4).empty());
}
