// What the tokenizer asks of a character: its class, by Unicode's data through ICU. Characters are code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace backfile {

using CodePoint = std::int32_t;  // negative: the bytes there are not UTF-8, or the text ends

struct Character {
  CodePoint code = -1;
  std::size_t end = 0;  // the byte after it
};

// The character that begins at byte `at`; at the end of the text, code -1 and end = at.
Character character_at(std::string_view text, std::size_t at);

bool is_letter(CodePoint c);
bool is_letter_or_digit(CodePoint c);  // letters and numbers of every script, unspaced ones too
bool is_mark(CodePoint c);
bool is_cased(CodePoint c);  // of a script with capitals
bool is_apostrophe(CodePoint c);
bool is_digit(CodePoint c);
// Nothing to see and no boundary: soft hyphen, zero-width joiner and non-joiner, word joiner, byte order mark.
bool is_invisible(CodePoint c);
// Of a script written without spaces between words (the list in index/tokenizer.h); punctuation is not.
bool is_unspaced(CodePoint c);
// Korean: written with spaces, but what stands between two is a word with its particles.
bool is_hangul(CodePoint c);
// Of a script whose text is searched by pairs of neighbours.
bool is_run_character(CodePoint c);
// One of the Han characters, kana and Korean syllables that no folding changes.
bool is_plain_run_character(CodePoint c);

inline bool is_ascii_alnum(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

// A to Z as a to z; any other byte as it is.
inline char ascii_small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string ascii_lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_small(c);
  return out;
}

}  // namespace backfile
