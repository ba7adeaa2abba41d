#include "indexer/cleaning/telling_words.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "index/tokenizer.h"

namespace backfile {
namespace {

constexpr std::size_t kShortest = 4;  // bytes
constexpr std::size_t kMostWords = 100'000;
constexpr std::size_t kSpokenOf = 3;  // paragraphs

std::unordered_set<std::string> words_of(std::string_view text) {
  std::unordered_set<std::string> words;
  Tokenizer tokens(text);
  Token token;
  while (tokens.next(token)) {
    if (token.kind != TokenKind::ngram_char && token.text.size() >= kShortest) words.emplace(token.text);
  }
  return words;
}

}  // namespace

void TellingWords::add(std::string_view paragraph) {
  if (paragraphs_.size() >= kMostWords) return;
  for (const std::string& word : words_of(paragraph)) ++paragraphs_[word];
}

double TellingWords::aboutness(std::string_view line) const {
  const auto words = words_of(line);
  double sum = 0;
  for (const std::string& word : words) {
    const auto found = paragraphs_.find(word);
    if (found != paragraphs_.end()) sum += std::log1p(static_cast<double>(found->second));
  }
  return words.empty() ? 0 : sum / std::sqrt(static_cast<double>(words.size()));
}

bool TellingWords::speaks_of(std::string_view line) const {
  return std::ranges::any_of(words_of(line), [&](const std::string& word) {
    const auto found = paragraphs_.find(word);
    return found != paragraphs_.end() && found->second >= kSpokenOf;
  });
}

}  // namespace backfile
