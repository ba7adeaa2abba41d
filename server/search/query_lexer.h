// The lexer: the text of a query to lexemes, each with its bytes. What it settles, so that the parser need not:
// which signs are operators and which are punctuation, where a chunk of text ends, and that brackets are balanced.
//
//   - Operators AND OR NOT NEAR NEAR/5 ADJ ADJ/5 are whole chunks in capitals that nothing stands directly before.
//   - A chunk ends at a space, a bracket, a quote or East Asian punctuation. One without a letter, digit or '*' is
//     punctuation and passed over.
//   - '-', '+' and '=' are operators directly before what they are about, behind a space, an opening bracket or the
//     colon of a field; full-width ones, which are written without spaces, also behind a bracket or quote. A '-' that
//     stands alone or doubled is a dash (lone_minus).
//   - name: is a field where the name is one, whatever follows. Where the name is none, it is an unknown field if text
//     follows directly, else a word with a colon. 10:30, 3:1 and addresses (https://…, www.…, example.com/a) are text.
//   - ~2 and ^2 behind a chunk, a closing quote or a closing bracket are lexemes of their own.
//   - In a query of four or more words that have letter case (one of them no operator), all in capitals, without
//     quotes, brackets, fields, a leading '-' or a numbered NEAR/5, the operators are words (capitals_are_words). Case
//     is known of Latin, Greek and Cyrillic letters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "index/schema.h"
#include "server/search/query_text.h"
#include "server/search/query_warning.h"

namespace backfile {

enum class LexemeKind : std::uint8_t {
  chunk,          // text without a space in it: one word, several joined, or a wildcard pattern
  regex,          // /…/
  quoted,         // a phrase
  open,           // (
  close,          // )
  minus,          // -
  plus,           // +
  exact,          // =
  field,          // headline:
  unknown_field,  // foo:
  setting,        // date: after: before: last: is: in: with the value
  near_of,        // near5:
  repeat_of,      // repeat3:
  fuzzy,          // ~2 behind something
  boost,          // ^2 behind something
  op_and,
  op_or,
  op_not,
  op_near,  // NEAR, NEAR/5
  op_adj    // ADJ, ADJ/5
};

enum class Setting : std::uint8_t { date, after, before, last, is, in };

inline constexpr std::uint32_t kNoNumber = ~std::uint32_t{0};

struct Lexeme {
  LexemeKind kind = LexemeKind::chunk;
  std::size_t begin = 0;  // bytes of the query
  std::size_t end = 0;
  std::size_t inner_begin = 0;       // quoted, regex: what stands inside. setting: the value. unknown_field: the name.
  std::size_t inner_end = 0;         //   Others: all of it
  std::uint32_t number = kNoNumber;  // of NEAR/5, near5:, repeat3:, ~2; kNoNumber where none is written
  FieldName field = FieldName::headline;
  Setting setting = Setting::date;
  bool glued = false;  // directly behind the lexeme before it
};

// Adds to `warnings`. Throws InvalidQuery where brackets stand deeper than kMaxQueryLevels.
std::vector<Lexeme> read_lexemes(const QueryText& text, QueryWarnings& warnings);

}  // namespace backfile
