#include "indexer/html/linked_text.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <unordered_set>

#include "index/tokenizer.h"
#include "indexer/cleaning/paragraphs.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/html/html_fragment.h"

namespace backfile {
namespace {

constexpr std::size_t kShingle = 4;           // words
constexpr std::size_t kShortestLinked = 400;  // bytes; less is a teaser
constexpr double kWhole = 0.85;               // of the linked text stands on the page
constexpr double kMostBehind = 0.15;  // of the found text, behind the last that is linked: more, and that is cut

// A hash of every four words in a row; of all words where there are fewer.
std::vector<std::uint64_t> shingles_of(std::string_view text) {
  std::vector<std::uint64_t> words;
  Tokenizer tokens(text);
  Token token;
  while (tokens.next(token)) words.push_back(std::hash<std::string_view>()(token.text));
  std::vector<std::uint64_t> shingles;
  for (std::size_t i = 0; i < words.size() && (i == 0 || i + kShingle <= words.size()); ++i) {
    std::uint64_t hash = 14695981039346656037u;
    for (std::size_t k = i; k < std::min(i + kShingle, words.size()); ++k) hash = (hash ^ words[k]) * 1099511628211u;
    shingles.push_back(hash);
  }
  return shingles;
}

std::vector<std::string> paragraphs_of(std::string_view linked) {
  if (linked.find("</p>") != std::string_view::npos || linked.find("<br") != std::string_view::npos) {
    return paragraphs_of_html(linked);
  }
  std::vector<std::string> paragraphs;
  for (Paragraph& paragraph : split_paragraphs(repair_text(linked))) paragraphs.push_back(std::move(paragraph.text));
  return paragraphs;
}

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += paragraph + "\n";
  return text;
}

class Corrector {
 public:
  Corrector(MainText& text, const std::vector<std::uint64_t>& linked)
      : text_(text), linked_(linked.begin(), linked.end()), all_(linked.size()) {
    for (const HtmlBlock& block : text_.blocks) {
      const std::vector<std::uint64_t> shingles = shingles_of(block.text);
      const auto known = std::ranges::count_if(shingles, [&](std::uint64_t one) { return linked_.contains(one); });
      sizes_.push_back(shingles.size());
      known_.push_back(!shingles.empty() && static_cast<double>(known) >= 0.8 * static_cast<double>(shingles.size()));
    }
  }

  std::size_t found() const {
    return sum([&](std::size_t i) { return text_.roles[i] == BlockRole::body; });
  }
  std::size_t matched() const {
    return sum([&](std::size_t i) { return bool(known_[i]); });
  }
  std::size_t all() const { return all_; }

  // Of the found text, what stands behind the last block that is linked.
  std::size_t behind() const {
    std::size_t last = known_.size();
    while (last > 0 && !known_[last - 1]) --last;
    return sum([&](std::size_t i) { return i >= last && text_.roles[i] == BlockRole::body; });
  }

  // Blocks that the linked text does not have go where they are prose of some length.
  void correct() {
    for (std::size_t i = 0; i < text_.blocks.size(); ++i) {
      if (known_[i] && sizes_[i] > 8) text_.roles[i] = BlockRole::body;
      if (!known_[i] && sizes_[i] > 8 && text_.blocks[i].kind == BlockKind::paragraph)
        text_.roles[i] = BlockRole::boilerplate;
    }
  }

 private:
  template <typename Choice>
  std::size_t sum(Choice chosen) const {
    std::size_t total = 0;
    for (std::size_t i = 0; i < sizes_.size(); ++i) total += chosen(i) ? sizes_[i] : 0;
    return total;
  }

  MainText& text_;
  const std::unordered_set<std::uint64_t> linked_;
  const std::size_t all_;
  std::vector<std::size_t> sizes_;
  std::vector<bool> known_;
};

}  // namespace

std::vector<std::string> correct_by_linked_text(MainText& text, std::string_view linked) {
  if (linked.size() < kShortestLinked) return {};
  std::vector<std::string> paragraphs = paragraphs_of(linked);
  Corrector corrector(text, shingles_of(joined(paragraphs)));
  const auto all = static_cast<double>(corrector.all());
  const auto found = static_cast<double>(corrector.found());
  if (static_cast<double>(corrector.matched()) >= kWhole * all) {
    const bool whole = all >= found / 2 && static_cast<double>(corrector.behind()) <= kMostBehind * found;
    if (whole) corrector.correct();
    return {};
  }
  if (found < all / 2) return paragraphs;
  return {};
}

}  // namespace backfile
