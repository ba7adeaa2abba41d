#include "indexer/cleaning/text_line.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>
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

}  // namespace

TextLine make_text_line(std::string_view line) {
  TextLine made;
  made.hash = XXH3_64bits(line.data(), line.size());
  made.bytes =
      static_cast<std::uint32_t>(std::min<std::size_t>(line.size(), std::numeric_limits<std::uint32_t>::max()));
  if (std::ranges::none_of(line, is_digit)) {
    made.pattern = static_cast<std::uint32_t>(made.hash);
  } else {
    const std::string pattern = pattern_of(line);
    made.pattern = static_cast<std::uint32_t>(XXH3_64bits(pattern.data(), pattern.size()));
  }
  return made;
}

}  // namespace backfile
