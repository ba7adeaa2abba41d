#include "server/search/telling_terms.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "index/character.h"
#include "index/term.h"
#include "index/tokenizer.h"

namespace backfile {
namespace {

constexpr double kOfHeadline = 3;
constexpr double kRepeats = 3;  // BM25's k3: repeats up to so many still count for something

// Of a very long article its beginning says enough.
constexpr std::size_t kMostBytes = 128 * 1024;

using Counts = std::map<std::string, double, std::less<>>;

bool is_number(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
}

bool says_something(const Token& token) {
  if (token.kind == TokenKind::bigram) return true;
  if (token.kind == TokenKind::ngram_char || is_number(token.text)) return false;
  return character_at(token.text, 0).end < token.text.size();
}

void count(std::string_view text, double times, Counts& counts, std::size_t& room) {
  text = text.substr(0, room);  // a character cut in two is no word
  room -= text.size();
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    if (says_something(token)) counts[plain_term(token.text)] += times;
  }
}

Counts words_of(const Article& article) {
  Counts counts;
  std::size_t room = kMostBytes;
  // A derived headline stands in the text already.
  if (article.headline_is_given()) count(article.headline, 1 + kOfHeadline, counts, room);
  for (const std::string& paragraph : article.summary) count(paragraph, 1, counts, room);
  for (const std::string& paragraph : article.body) count(paragraph, 1, counts, room);
  return counts;
}

}  // namespace

std::vector<TellingTerm> telling_terms(const Article& article, const Lexicon& lexicon, std::uint32_t articles,
                                       std::size_t most) {
  struct Candidate {
    TellingTerm term;
    double offer = 0;
  };
  std::vector<Candidate> candidates;
  for (const auto& [word, times] : words_of(article)) {
    const auto number = lexicon.find(word);
    if (!number || lexicon.is_stop_word(*number)) continue;
    const std::uint32_t found = lexicon.articles(*number);
    if (found <= article.copies + 1) continue;
    const double weight = (kRepeats + 1) * times / (kRepeats + times);
    candidates.push_back({{word, weight}, weight * std::log(1 + static_cast<double>(articles) / found)});
  }
  std::ranges::stable_sort(candidates, std::greater<>{}, &Candidate::offer);
  if (candidates.size() > most) candidates.resize(most);
  std::vector<TellingTerm> terms;
  for (Candidate& one : candidates) terms.push_back(std::move(one.term));
  return terms;
}

}  // namespace backfile
