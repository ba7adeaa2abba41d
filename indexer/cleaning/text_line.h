// A text line: what is remembered of one line or paragraph of an article's text, to tell whether it recurs in others.
#pragma once

#include <cstdint>
#include <string_view>

namespace backfile {

struct TextLine {
  std::uint64_t hash = 0;     // of its bytes (XXH3)
  std::uint32_t pattern = 0;  // of its bytes with every run of digits taken as one: "Gold 1,934.20" is "Gold 2,101.05"
  std::uint32_t bytes : 31 = 0;
  std::uint32_t sentence : 1 = 0;  // runs like text: at least eight words, and the end of a sentence at its end
  friend bool operator==(const TextLine&, const TextLine&) = default;
};

// `line` as the reader of the page has it: one line, repaired.
TextLine make_text_line(std::string_view line);

}  // namespace backfile
