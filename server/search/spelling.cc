#include "server/search/spelling.h"

#include <algorithm>
#include <cmath>

#include "index/character.h"
#include "index/stems.h"
#include "server/search/near_terms.h"

namespace backfile {
namespace {

constexpr std::size_t kFewestLetters = 4;
constexpr std::size_t kLettersForTwoEdits = 8;
constexpr std::size_t kLettersForTwoEditsAtNeed = 6;
constexpr std::uint32_t kTimesCommoner = 10;

// In doublings of the number of articles.
constexpr double kSecondEdit = 6;
constexpr double kFirstLetter = 4;

std::uint32_t articles_of(const Lexicon& lexicon, std::string_view word) {
  const auto number = lexicon.find(word);
  return number ? lexicon.articles(*number) : 0;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string_view first_character(std::string_view text) { return text.substr(0, character_at(text, 0).end); }

bool commoner(std::uint32_t articles, std::uint32_t own) {
  return articles > 0 && articles >= std::uint64_t{kTimesCommoner} * own;
}

double likelihood(const Suggestion& suggestion, std::string_view word) {
  double score = std::log2(suggestion.articles);
  if (suggestion.edits > 1) score -= kSecondEdit;
  if (first_character(suggestion.text) != first_character(word)) score -= kFirstLetter;
  return score;
}

std::vector<Suggestion> words_within(const Lexicon& lexicon, std::string_view word, std::uint32_t edits) {
  const std::uint32_t own = articles_of(lexicon, word);
  std::vector<Suggestion> suggestions;
  for (const NearTerm& near : near_terms(lexicon, word, edits)) {
    const std::string_view term = lexicon.term(near.number);
    const std::uint32_t articles = lexicon.articles(near.number);
    if (near.edits == 0 || !commoner(articles, own) || !has_forms(term)) continue;
    suggestions.push_back({std::string(term), articles, near.edits});
  }
  return suggestions;
}

}  // namespace

std::vector<Suggestion> suggest_words(const Lexicon& lexicon, std::string_view word, std::size_t most) {
  const std::size_t letters = count_characters(word);
  if (letters < kFewestLetters || !has_forms(word)) return {};
  std::vector<Suggestion> suggestions = words_within(lexicon, word, letters < kLettersForTwoEdits ? 1 : 2);
  if (suggestions.empty() && letters >= kLettersForTwoEditsAtNeed && letters < kLettersForTwoEdits) {
    suggestions = words_within(lexicon, word, 2);
    std::erase_if(suggestions, [&](const Suggestion& s) { return first_character(s.text) != first_character(word); });
  }
  std::ranges::stable_sort(suggestions, std::greater<>{},
                           [&](const Suggestion& suggestion) { return likelihood(suggestion, word); });
  if (suggestions.size() > most) suggestions.resize(most);
  return suggestions;
}

std::optional<Suggestion> suggest_split(const Lexicon& lexicon, std::string_view word) {
  if (count_characters(word) < kFewestLetters || !has_forms(word)) return std::nullopt;
  const std::uint32_t own = articles_of(lexicon, word);
  std::optional<Suggestion> best;
  bool best_has_letter = true;
  for (std::size_t at = character_at(word, 0).end; at < word.size(); at = character_at(word, at).end) {
    const std::string_view first = word.substr(0, at);
    const std::string_view second = word.substr(at);
    const std::uint32_t articles = std::min(articles_of(lexicon, first), articles_of(lexicon, second));
    if (!commoner(articles, own)) continue;
    const bool has_letter = count_characters(first) == 1 || count_characters(second) == 1;
    if (best && (has_letter != best_has_letter ? has_letter : articles <= best->articles)) continue;
    best = Suggestion{std::string(first) + " " + std::string(second), articles, 1};
    best_has_letter = has_letter;
  }
  return best;
}

std::optional<Suggestion> suggest_joined(const Lexicon& lexicon, std::string_view first, std::string_view second) {
  std::string joined = std::string(first) + std::string(second);
  if (!has_forms(joined)) return std::nullopt;
  const std::uint32_t articles = articles_of(lexicon, joined);
  if (articles == 0) return std::nullopt;
  return Suggestion{std::move(joined), articles, 1};
}

}  // namespace backfile
