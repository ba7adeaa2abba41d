#include "indexer/cleaning/text_line.h"

#include <xxhash.h>

#include <algorithm>
#include <string>

namespace backfile {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Of a number's digits, points and commas one '#' is left.
std::string pattern_of(std::string_view line) {
  std::string pattern;
  pattern.reserve(line.size());
  bool in_number = false;
  for (char c : line) {
    in_number = is_digit(c) || (in_number && (c == '.' || c == ','));
    if (!in_number) {
      pattern += c;
    } else if (!pattern.ends_with('#')) {
      pattern += '#';
    }
  }
  return pattern;
}

constexpr std::ptrdiff_t kSpacesOfSentence = 7;
constexpr std::size_t kBytesWithoutSpaces = 60;  // twenty characters of Han or Kana

bool is_sentence(std::string_view line) {
  constexpr std::string_view kClosing[] = {"\"", "'", ")", "]", "\u201D", "\u2019", "\u00BB", "\u300D"};
  for (std::string_view mark : kClosing) {
    if (line.ends_with(mark)) line.remove_suffix(mark.size());
  }
  constexpr std::string_view kEnds[] = {".", "!", "?", "\u2026", "\u061F", "\u06D4", "\u0964"};
  constexpr std::string_view kWideEnds[] = {"\u3002", "\uFF01", "\uFF1F"};
  const auto ends = [&](std::string_view mark) { return line.ends_with(mark); };
  if (std::ranges::any_of(kWideEnds, ends)) return line.size() >= kBytesWithoutSpaces;
  return std::ranges::any_of(kEnds, ends) && std::ranges::count(line, ' ') >= kSpacesOfSentence;
}

}  // namespace

TextLine make_text_line(std::string_view line) {
  TextLine made;
  made.hash = XXH3_64bits(line.data(), line.size());
  made.bytes = static_cast<std::uint32_t>(std::min<std::size_t>(line.size(), 0x7FFFFFFF)) & 0x7FFFFFFF;
  made.sentence = is_sentence(line) ? 1 : 0;
  if (std::ranges::none_of(line, is_digit)) {
    made.pattern = static_cast<std::uint32_t>(made.hash);
  } else {
    const std::string pattern = pattern_of(line);
    made.pattern = static_cast<std::uint32_t>(XXH3_64bits(pattern.data(), pattern.size()));
  }
  return made;
}

}  // namespace backfile
