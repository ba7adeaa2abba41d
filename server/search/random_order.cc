#include "server/search/random_order.h"

#include <algorithm>
#include <utility>

namespace backfile {
namespace {

// The finalizer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014).
std::uint64_t mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
  return bits ^ (bits >> 31);
}

struct Drawn {
  std::uint64_t lot;    // of the story
  std::uint64_t among;  // its articles
  std::uint32_t article;
  friend auto operator<=>(const Drawn&, const Drawn&) = default;
};

}  // namespace

std::vector<std::uint32_t> random_page(const ArticleSet& set, const Columns& columns, std::uint32_t seed,
                                       bool collapse_stories, std::uint64_t first, std::uint32_t count) {
  std::vector<Drawn> drawn;
  const std::uint64_t start = mixed(seed + 0x9e3779b97f4a7c15);
  set.for_each([&](std::uint32_t article) {
    const std::uint64_t lot = mixed(columns.stories[article] ^ start);
    const auto day = static_cast<std::uint32_t>(columns.published[article].first);
    const std::uint64_t among = mixed(lot ^ mixed(day));
    drawn.push_back({collapse_stories ? lot : among, among, article});
  });
  std::ranges::sort(drawn);
  if (collapse_stories) {
    const auto repeats = std::ranges::unique(drawn, {}, &Drawn::lot);
    drawn.erase(repeats.begin(), repeats.end());
  }
  std::vector<std::uint32_t> page;
  for (std::uint64_t i = first; i < drawn.size() && page.size() < count; ++i) page.push_back(drawn[i].article);
  return page;
}

}  // namespace backfile
