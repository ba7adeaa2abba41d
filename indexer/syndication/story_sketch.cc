#include "indexer/syndication/story_sketch.h"

#include <unicode/uchar.h>
#include <xxhash.h>

#include <algorithm>
#include <limits>
#include <string_view>

#include "index/character.h"
#include "index/tokenizer.h"

namespace backfile {
namespace {

constexpr std::size_t kWordsAShingle = 3;
constexpr std::size_t kShortBody = 20;     // words; a shorter body is told apart by its headline too
constexpr std::size_t kBriefBody = 100;    // words; in a shorter one the words of the headline count as names
constexpr std::size_t kLeastShingles = 6;  // fewer say nothing

constexpr std::uint64_t mixed(std::uint64_t x) {  // the finalizer of SplitMix64 (Steele and others 2014)
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

// Multiply-add functions x -> a x + b mod 2^64, of which the upper half is taken (Dietzfelbinger and others 1997).
struct HashFunctions {
  std::array<std::uint64_t, StorySketch::kHashes> a{};
  std::array<std::uint64_t, StorySketch::kHashes> b{};

  constexpr HashFunctions() {
    for (std::size_t i = 0; i < a.size(); ++i) {
      a[i] = mixed(2 * i + 1) | 1;
      b[i] = mixed(2 * i + 2);
    }
  }
};
constexpr HashFunctions kFunctions;

void keep_least(std::vector<std::uint32_t>& hashes) {
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  hashes.resize(std::min(hashes.size(), StorySketch::kMostTelling));
}

class Words {
 public:
  void add(std::string_view text) {
    Tokenizer tokenizer(text);
    Token token;
    while (tokenizer.next(token)) {
      if (token.kind == TokenKind::ngram_char) continue;
      hashes_.push_back(XXH3_64bits(token.text.data(), token.text.size()));
      const auto first = static_cast<UChar32>(character_at(text, token.begin).code);
      if (u_isUUppercase(first)) names_.push_back(static_cast<std::uint32_t>(hashes_.back()));
      if (u_isdigit(first)) numbers_.push_back(static_cast<std::uint32_t>(hashes_.back()));
    }
  }

  void add_names(std::string_view text) {
    Tokenizer tokenizer(text);
    Token token;
    while (tokenizer.next(token)) {
      if (token.kind != TokenKind::ngram_char) {
        names_.push_back(static_cast<std::uint32_t>(XXH3_64bits(token.text.data(), token.text.size())));
      }
    }
  }

  std::size_t size() const { return hashes_.size(); }

  StorySketch sketch() {
    StorySketch made;
    if (hashes_.size() < kLeastShingles + kWordsAShingle - 1) return made;
    made.empty = false;
    made.shingles = static_cast<std::uint32_t>(hashes_.size() - kWordsAShingle + 1);
    std::array<std::uint32_t, StorySketch::kHashes> least;
    least.fill(std::numeric_limits<std::uint32_t>::max());
    for (std::size_t i = 0; i + kWordsAShingle <= hashes_.size(); ++i) {
      const std::uint64_t shingle = mixed(hashes_[i] + 3 * mixed(hashes_[i + 1] + 3 * mixed(hashes_[i + 2])));
      for (std::size_t h = 0; h < least.size(); ++h) {
        const auto value = static_cast<std::uint32_t>((kFunctions.a[h] * shingle + kFunctions.b[h]) >> 32);
        least[h] = std::min(least[h], value);
      }
    }
    std::ranges::transform(least, made.least.begin(),
                           [](std::uint32_t value) { return static_cast<std::uint16_t>(value); });
    keep_least(names_);
    keep_least(numbers_);
    made.names = names_;
    made.numbers = numbers_;
    return made;
  }

 private:
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> names_;
  std::vector<std::uint32_t> numbers_;
};

}  // namespace

StorySketch make_story_sketch(const Article& article) {
  Words words;
  for (const std::string& paragraph : article.body) words.add(paragraph);
  if (words.size() < kBriefBody) words.add_names(article.headline);
  if (words.size() < kShortBody) words.add(article.headline);
  return words.sketch();
}

double resemblance(const StorySketch& a, const StorySketch& b) {
  if (a.empty || b.empty) return 0;
  unsigned equal = 0;
  for (std::size_t i = 0; i < StorySketch::kHashes; ++i) equal += a.least[i] == b.least[i] ? 1 : 0;
  return equal / static_cast<double>(StorySketch::kHashes);
}

double share_of_shorter(const StorySketch& a, const StorySketch& b) {
  const double alike = resemblance(a, b);
  if (alike == 0) return 0;
  const double shared = alike / (1 + alike) * (static_cast<double>(a.shingles) + static_cast<double>(b.shingles));
  return std::min(1.0, shared / static_cast<double>(std::min(a.shingles, b.shingles)));
}

// The least of both together are a sample of what they have together.
double containment(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t shared = 0;
  auto x = a.begin();
  auto y = b.begin();
  for (std::size_t seen = 0; seen < StorySketch::kMostTelling && (x != a.end() || y != b.end()); ++seen) {
    const bool take_x = y == b.end() || (x != a.end() && *x <= *y);
    const bool take_y = x == a.end() || (y != b.end() && *y <= *x);
    if (take_x && take_y) ++shared;
    if (take_x) ++x;
    if (take_y) ++y;
  }
  const std::ptrdiff_t smaller = std::min(x - a.begin(), y - b.begin());
  return smaller == 0 ? 1 : static_cast<double>(shared) / static_cast<double>(smaller);
}

}  // namespace backfile
