#include "server/search/word_completions.h"

#include <algorithm>
#include <tuple>

#include "index/character.h"
#include "index/stems.h"
#include "server/search/near_terms.h"

namespace backfile {
namespace {

constexpr std::size_t kFewestLetters = 4;

std::string_view first_character(std::string_view text) { return text.substr(0, character_at(text, 0).end); }

// Keeps the best of what it is shown.
class Best {
 public:
  Best(const Lexicon& lexicon, std::string_view first, std::size_t most)
      : lexicon_(lexicon), first_(first), most_(most) {}

  void add_range(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t number = first; number < last; ++number) {
      const std::uint32_t articles = lexicon_.articles(number);
      // Most terms are rarer than the worst that is kept: nothing else is asked of them.
      if (ranks_.size() == most_ && !worst_is_weak_ && articles <= worst_articles_) continue;
      add(number, articles);
    }
  }

  std::vector<std::uint32_t> take() const {
    std::vector<std::uint32_t> numbers;
    for (const Rank& rank : ranks_) numbers.push_back(std::get<3>(rank));
    return numbers;
  }

 private:
  // Less is better: a stop word, another first letter, articles, number.
  using Rank = std::tuple<bool, bool, std::int64_t, std::uint32_t>;

  void add(std::uint32_t number, std::uint32_t articles) {
    const bool other_letter = !first_.empty() && !lexicon_.term(number).starts_with(first_);
    const Rank rank{lexicon_.is_stop_word(number), other_letter, -std::int64_t{articles}, number};
    if (ranks_.size() == most_ && rank >= ranks_.back()) return;
    if (ranks_.size() == most_) ranks_.pop_back();
    ranks_.insert(std::ranges::lower_bound(ranks_, rank), rank);
    worst_is_weak_ = std::get<0>(ranks_.back()) || std::get<1>(ranks_.back());
    worst_articles_ = static_cast<std::uint32_t>(-std::get<2>(ranks_.back()));
  }

  const Lexicon& lexicon_;
  std::string_view first_;  // letter that is thought right; empty: any
  std::size_t most_;
  std::vector<Rank> ranks_;
  bool worst_is_weak_ = false;
  std::uint32_t worst_articles_ = 0;
};

}  // namespace

std::vector<std::uint32_t> complete_word(const Lexicon& lexicon, std::string_view beginning, std::size_t most) {
  if (beginning.empty() || most == 0) return {};
  Best best(lexicon, {}, most);
  std::uint32_t first = lexicon.lower_bound(beginning);
  const bool is_character = is_run_character(character_at(beginning, 0).code);
  if (is_character && first < lexicon.term_count() && lexicon.term(first) == beginning) ++first;
  best.add_range(first, lexicon.upper_bound_of_beginning(beginning));
  return best.take();
}

std::vector<std::uint32_t> complete_misspelt(const Lexicon& lexicon, std::string_view beginning, std::size_t most) {
  const auto letters = std::ranges::count_if(beginning, [](char c) { return (c & 0xC0) != 0x80; });
  if (static_cast<std::size_t>(letters) < kFewestLetters || !has_forms(beginning) || most == 0) return {};
  Best best(lexicon, first_character(beginning), most);
  for (const NearBeginning& near : near_beginnings(lexicon, beginning, 1)) best.add_range(near.first, near.last);
  return best.take();
}

}  // namespace backfile
