#include "indexer/html/title_words.h"

#include <algorithm>
#include <unordered_set>

#include "index/tokenizer.h"

namespace backfile {
namespace {

constexpr std::size_t kShortestTelling = 4;  // bytes of a word; a character of the scripts without spaces has three

std::unordered_set<std::string> words_of(std::string_view text) {
  std::unordered_set<std::string> words;
  Tokenizer tokens(text);
  Token token;
  while (tokens.next(token)) words.emplace(token.text);
  return words;
}

std::size_t common_words(const std::unordered_set<std::string>& a, const std::unordered_set<std::string>& b) {
  return static_cast<std::size_t>(std::ranges::count_if(a, [&](const auto& word) { return b.contains(word); }));
}

}  // namespace

std::string bare(std::string_view text) {
  std::string out;
  Tokenizer tokens(text);
  Token token;
  while (tokens.next(token)) {
    if (token.kind != TokenKind::bigram) out.append(token.text) += " ";
  }
  return out;
}

std::string squeezed(std::string_view text) {
  std::string out = bare(text);
  std::erase(out, ' ');
  return out;
}

std::size_t words_in(std::string_view text) {
  std::size_t characters = 0;
  Tokenizer tokens(text);
  Token token;
  while (tokens.next(token)) characters += token.kind == TokenKind::ngram_char ? 1 : 0;
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1 + characters / 2;
}

Agreement agreement(std::string_view a, std::string_view b) {
  const auto words_a = words_of(a);
  const auto words_b = words_of(b);
  const std::size_t fewer = std::min(words_a.size(), words_b.size());
  const std::size_t common = common_words(words_a, words_b);
  return {common, fewer == 0 ? 0 : static_cast<double>(common) / static_cast<double>(fewer)};
}

double share_in_text(std::string_view title, std::string_view text) {
  auto words = words_of(title);
  std::erase_if(words, [](const std::string& word) { return word.size() < kShortestTelling; });
  if (words.empty()) return 0;
  return static_cast<double>(common_words(words, words_of(text))) / static_cast<double>(words.size());
}

}  // namespace backfile
