// How to divide text without spaces into words: scores pairs of neighbours (the tokenizer's way) and ICU's word breaks
// on the sentences and queries of word_division.tsv. A query is found where its tokens stand next to each other.
//
//   word_division word_division.tsv      prints, a language a line: found of those that should be, wrongly found
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "index/character.h"
#include "index/fold.h"
#include "index/tokenizer.h"

namespace {

using namespace backfile;
using Words = std::vector<std::string>;

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) parts.push_back(part);
  return parts;
}

bool found_in(const Words& query, const Words& text) {
  return !query.empty() && !std::ranges::search(text, query).empty();
}

bool found_by_words(const std::string& language, const std::string& query, const std::string& text) {
  const auto words_of = [&](const std::string& of) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createWordInstance(icu::Locale(language.c_str()), status));
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(fold(of));
    breaks->setText(wide);
    Words words;
    std::int32_t begin = breaks->first();
    for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; begin = end, end = breaks->next()) {
      std::string word;
      wide.tempSubStringBetween(begin, end).toUTF8String(word);
      if (is_letter_or_digit(character_at(word, 0).code)) words.push_back(word);
    }
    return words;
  };
  return found_in(words_of(query), words_of(text));
}

// As the query builder asks: a run's pairs, or its one character.
bool found_by_pairs(const std::string& query, const std::string& text) {
  const auto tokens_of = [](const std::string& of, TokenKind kind) {
    Words tokens;
    Tokenizer tokenizer(of);
    for (Token token; tokenizer.next(token);) {
      if (token.kind == kind) tokens.emplace_back(token.text);
    }
    return tokens;
  };
  for (TokenKind kind : {TokenKind::bigram, TokenKind::ngram_char, TokenKind::word}) {
    const Words wanted = tokens_of(query, kind);
    if (!wanted.empty()) return found_in(wanted, tokens_of(text, kind));
  }
  return false;
}

struct Score {
  int should = 0;
  int found = 0;
  int should_not = 0;
  int wrong = 0;
};

void count(Score& score, bool should, bool found) {
  ++(should ? score.should : score.should_not);
  if (found) ++(should ? score.found : score.wrong);
}

}  // namespace

int main(int count_of_arguments, char** arguments) {
  std::ifstream in(count_of_arguments == 2 ? arguments[1] : "");
  if (!in) {
    std::fprintf(stderr, "usage: word_division word_division.tsv\n");
    return 2;
  }
  std::map<std::string, Score> by_pairs;
  std::map<std::string, Score> by_words;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    const std::vector<std::string> columns = split(line, '\t');
    for (std::size_t column : {2u, 3u}) {
      for (const std::string& query : split(columns.at(column), '|')) {
        count(by_pairs[columns[0]], column == 2, found_by_pairs(query, columns[1]));
        count(by_words[columns[0]], column == 2, found_by_words(columns[0], query, columns[1]));
      }
    }
  }
  std::printf("language  pairs: found wrongly   ICU's words: found wrongly\n");
  for (const auto& [language, pairs] : by_pairs) {
    const Score& words = by_words[language];
    std::printf("%s        %d of %d, %d of %d      %d of %d, %d of %d\n", language.c_str(), pairs.found, pairs.should,
                pairs.wrong, pairs.should_not, words.found, words.should, words.wrong, words.should_not);
  }
}
