#include "indexer/syndication/stories.h"

#include <algorithm>
#include <numeric>

namespace backfile {
namespace {

constexpr std::size_t kValuesABand = 2;
constexpr std::size_t kBands = StorySketch::kHashes / kValuesABand;
// An article is compared with so many stories that meet it in one band; the next band may bring others.
constexpr std::size_t kMostCompared = 64;
// A chain of so few articles is a text and its versions.
constexpr std::uint32_t kFewArticles = 4;

// Fewer names or numbers say nothing; of copies that many agree.
constexpr std::size_t kFewNames = 3;
constexpr double kSharedNames = 0.65;
constexpr std::size_t kFewNumbers = 2;
constexpr double kSharedNumbers = 0.5;

bool speak_against(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b, std::size_t few,
                   double shared) {
  return std::min(a.size(), b.size()) >= few && containment(a, b) < shared;
}

struct Entry {
  std::uint32_t key;
  std::uint32_t article;
  friend auto operator<=>(const Entry&, const Entry&) = default;
};

bool is_near(const StorySketch& a, const StorySketch& first) {
  return resemblance(a, first) >= kLeastWithFirst || share_of_shorter(a, first) >= kLeastShareOfShorter;
}

// Sets that are joined; each is named by its first article (union-find: Tarjan 1975). What joins a set of more than
// kFewArticles, or makes it so large, is near that one.
class Groups {
 public:
  explicit Groups(std::span<const StorySketch* const> articles)
      : articles_(articles), first_(articles.size()), next_(articles.size()), sizes_(articles.size(), 1) {
    std::iota(first_.begin(), first_.end(), 0u);
    std::iota(next_.begin(), next_.end(), 0u);
  }

  std::uint32_t first_of(std::uint32_t article) {
    while (first_[article] != article) article = first_[article] = first_[first_[article]];
    return article;
  }

  // False where they stay two.
  bool join(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t first = std::min(first_of(a), first_of(b));
    const std::uint32_t other = std::max(first_of(a), first_of(b));
    if (first == other) return true;
    if (sizes_[first] + sizes_[other] > kFewArticles && !are_near(other, first)) return false;
    first_[other] = first;
    sizes_[first] += sizes_[other];
    std::swap(next_[first], next_[other]);  // two rings become one
    return true;
  }

 private:
  bool are_near(std::uint32_t set, std::uint32_t first) const {
    std::uint32_t member = set;
    do {
      if (!is_near(*articles_[member], *articles_[first])) return false;
      member = next_[member];
    } while (member != set);
    return true;
  }

  std::span<const StorySketch* const> articles_;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> next_;   // the members of a set, in a ring
  std::vector<std::uint32_t> sizes_;  // of a set, at its first
};

bool is_one_text(const StorySketch& a, const StorySketch& b) {
  return resemblance(a, b) >= kLeastResemblance && !speak_against(a.names, b.names, kFewNames, kSharedNames) &&
         !speak_against(a.numbers, b.numbers, kFewNumbers, kSharedNumbers);
}

// Articles that share a key: each is compared with one of every story among those before it.
void compare_all(std::span<const Entry> sharing, std::span<const StorySketch* const> articles, Groups& groups) {
  std::vector<std::uint32_t> told;  // one a story
  for (const Entry& entry : sharing) {
    const std::uint32_t story = groups.first_of(entry.article);
    if (std::ranges::any_of(told, [&](std::uint32_t other) { return groups.first_of(other) == story; })) continue;
    bool alone = true;
    for (std::uint32_t other : told) {
      if (is_one_text(*articles[entry.article], *articles[other]) && groups.join(entry.article, other)) alone = false;
    }
    if (alone && told.size() < kMostCompared) told.push_back(entry.article);
  }
}

}  // namespace

std::vector<std::uint32_t> group_stories(std::span<const StorySketch* const> articles) {
  Groups groups(articles);
  std::vector<Entry> entries;
  for (std::size_t band = 0; band < kBands; ++band) {
    entries.clear();
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
      const StorySketch& sketch = *articles[i];
      if (sketch.empty) continue;
      const std::uint32_t upper = sketch.least[band * kValuesABand];
      entries.push_back({upper << 16 | sketch.least[band * kValuesABand + 1], i});
    }
    std::ranges::sort(entries);
    for (auto begin = entries.begin(); begin != entries.end();) {
      const auto end = std::find_if(begin, entries.end(), [&](const Entry& entry) { return entry.key != begin->key; });
      if (end - begin > 1) compare_all({begin, end}, articles, groups);
      begin = end;
    }
  }
  std::vector<std::uint32_t> firsts(articles.size());
  for (std::uint32_t i = 0; i < articles.size(); ++i) firsts[i] = groups.first_of(i);
  return firsts;
}

}  // namespace backfile
