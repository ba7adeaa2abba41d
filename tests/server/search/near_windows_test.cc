#include "server/search/near_windows.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace backfile;

namespace {

bool overlap(const NearOccurrence& a, const NearOccurrence& b) { return a.first <= b.last && b.first <= a.last; }

// By trying every choice: marks the occurrences of each that is a true window.
void try_all(const std::vector<NearOccurrence>& found, const NearShape& shape, std::vector<std::size_t>& chosen,
             std::vector<bool>& inside) {
  const std::size_t place = chosen.size();
  if (place == shape.widths.size()) {
    std::uint32_t first = ~0u;
    std::uint32_t last = 0;
    for (std::size_t i : chosen) {
      first = std::min(first, found[i].first);
      last = std::max(last, found[i].last);
    }
    if (last - first > shape.farthest) return;
    for (std::size_t i : chosen) inside[i] = true;
    return;
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!(found[i].places >> place & 1)) continue;
    bool free = true;
    for (std::size_t other : chosen) free &= !overlap(found[i], found[other]);
    if (shape.ordered && place > 0) free &= found[chosen.back()].last < found[i].first;
    if (!free) continue;
    chosen.push_back(i);
    try_all(found, shape, chosen, inside);
    chosen.pop_back();
  }
}

std::vector<bool> by_trying(const std::vector<NearOccurrence>& found, const NearShape& shape) {
  std::vector<bool> inside(found.size());
  std::vector<std::size_t> chosen;
  try_all(found, shape, chosen, inside);
  return inside;
}

std::vector<NearOccurrence> random_occurrences(std::mt19937& random, const NearShape& shape) {
  std::vector<NearOccurrence> found;
  for (std::uint32_t position = 0; position < 24; ++position) {
    for (std::uint32_t width : {1u, 2u, 3u}) {
      NearOccurrence one{position + 1 - width, position, 0, 0, 0};
      for (std::size_t place = 0; place < shape.widths.size(); ++place) {
        if (shape.widths[place] == width && random() % 5 == 0) one.places |= std::uint64_t{1} << place;
      }
      if (one.places != 0 && position + 1 >= width) found.push_back(one);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("words in true windows are those that some choice of words for all places has") {
  std::mt19937 random(5);
  int marked = 0;
  int left = 0;
  for (int round = 0; round < 4000; ++round) {
    NearShape shape;
    shape.ordered = random() % 2 == 0;
    const bool phrases = shape.ordered || round % 4 == 0;
    for (std::size_t places = 2 + random() % 2; places > 0; --places) {
      shape.widths.push_back(phrases && random() % 3 == 0 ? 2 + static_cast<std::uint32_t>(random() % 2) : 1);
      shape.farthest += shape.widths.back() - 1;
    }
    shape.farthest += 1 + static_cast<std::uint32_t>(random() % 6);
    const std::vector<NearOccurrence> found = random_occurrences(random, shape);
    const std::vector<bool> got = in_windows(found, shape);
    const std::vector<bool> expected = by_trying(found, shape);
    CAPTURE(round);
    for (std::size_t i = 0; i < found.size(); ++i) {
      // A word may lie in a true window, yet inside a phrase without which it is none: it is marked with the phrase.
      if (got[i] && !expected[i] && !shape.ordered) {
        bool covered = false;
        for (std::size_t other = 0; other < found.size(); ++other) {
          covered |= other != i && expected[other] && overlap(found[i], found[other]);
        }
        CHECK(covered);
      } else {
        CHECK(got[i] == expected[i]);
      }
      (got[i] ? marked : left) += 1;
    }
  }
  MESSAGE(marked << " marked, " << left << " not");
  CHECK(marked > 1000);
  CHECK(left > 1000);
}

TEST_CASE("as many words are needed as there are places, however alike the places are") {
  const auto words = [](std::uint32_t count) {
    std::vector<NearOccurrence> found;
    for (std::uint32_t i = 0; i < count; ++i) found.push_back({i, i, 0, 0, 7});
    return found;
  };
  const NearShape shape{false, 100, {1, 1, 1}};
  CHECK(in_windows(words(2), shape) == std::vector<bool>{false, false});
  CHECK(in_windows(words(3), shape) == std::vector<bool>{true, true, true});
}

TEST_CASE("an order is kept across stretches of a long text") {
  std::vector<NearOccurrence> found;
  for (std::uint32_t i = 0; i < 20000; i += 2) found.push_back({i, i, 0, 0, i % 4 == 0 ? 1u : 2u});
  const std::vector<bool> inside = in_windows(found, {true, 2, {1, 1}});
  CHECK(std::ranges::count(inside, true) == 10000);
  const std::vector<bool> none = in_windows(found, {true, 1, {1, 1}});
  CHECK(std::ranges::count(none, true) == 0);
}
