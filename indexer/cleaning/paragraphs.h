// Paragraphs of plain text: which of its lines belong together.
//
// A blank line always ends a paragraph. Where lines are wrapped (as in 72-column text) they are joined again; elsewhere
// each line is a paragraph. Lines count as wrapped where at least every fifth that follows another directly begins with
// a small letter, and lines that are followed have 30 to 130 characters. In wrapped text an indented line or a bullet
// begins a paragraph, and so does a line whose first word would still have fitted on the line before. Names and dates
// alone in the second line of a paragraph stand below a headline, with small letters, too ("by Ann Lee").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// More lines than any article has: what has more is not taken apart but rejected, for each line takes memory.
inline constexpr std::size_t kMostLines = 200'000;

struct Paragraph {
  std::string text;  // one line, trimmed, never empty
  bool gap = false;  // a blank line, or nothing, stands before it
  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

// `repaired` as from repair_text(), of at most kMostLines lines.
std::vector<Paragraph> split_paragraphs(std::string_view repaired);

// The text behind the bullet that `line` begins with ("- ", "• ", "* ", "– "); empty where it has none.
std::string_view bullet_text(std::string_view line);

// The same, or behind a number ("1. ", "12) "). Only in a list: a headline may begin so, too (1. FC Aldermouth).
std::string_view entry_text(std::string_view line);

}  // namespace backfile
