// The text of a query as the lexer reads it: valid UTF-8 (each piece that is not becomes U+FFFD), with the place of
// every byte in code points, and the classes of characters that the query language knows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/character.h"

namespace backfile {

class QueryText {
 public:
  explicit QueryText(std::string_view raw);

  std::string_view text() const { return text_; }
  std::string_view slice(std::size_t begin, std::size_t end) const { return text().substr(begin, end - begin); }
  // The number of code points before a byte at which a character begins, or before the end.
  std::uint32_t position(std::size_t byte) const { return positions_[byte]; }
  std::uint32_t characters() const { return positions_.back(); }
  // The text between two such numbers.
  std::string_view piece(std::uint32_t begin, std::uint32_t end) const { return slice(byte_of(begin), byte_of(end)); }

 private:
  std::size_t byte_of(std::uint32_t position) const;

  std::string text_;
  std::vector<std::uint32_t> positions_;
};

// White space, U+3000 and other spaces, control characters and marks of writing direction.
bool is_query_space(CodePoint c);

// Punctuation of East Asian text ("、", "，", "《"), which separates as a space does.
bool is_query_separator(CodePoint c);

// The operator that a character is: full-width signs （ ） ： ＋ － ＝ and the minus sign − are their ASCII equals;
// every other character is itself.
CodePoint operator_of(CodePoint c);

bool is_quote(CodePoint c);

// The closing quote of a phrase that `opening` begins at the byte before `at`: where it stands. At the end of the text
// with code -1 where there is none. Quotes close in their own kind: " with ＂; “ ” „ ‟ with each other; « with »;
// 「 with 」; 『 with 』. Straight and curly ones close each other where the text has no other closing one.
struct ClosingQuote {
  CodePoint code = -1;
  std::size_t begin = 0;
  std::size_t end = 0;
};
ClosingQuote closing_quote(std::string_view text, std::size_t at, CodePoint opening);

}  // namespace backfile
