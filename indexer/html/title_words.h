// The words of titles and headings, to hold one against another.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace backfile {

// Letters and digits alone, folded, a blank behind each word.
std::string bare(std::string_view text);

// The same without blanks.
std::string squeezed(std::string_view text);

// How many words a title has; in scripts written without spaces two characters are one.
std::size_t words_in(std::string_view text);

struct Agreement {
  std::size_t words = 0;  // that both have
  double share = 0;       // of the words of the one that has fewer
};

Agreement agreement(std::string_view a, std::string_view b);

// The share of the title's words that stand in the text; words of less than four bytes say nothing.
double share_in_text(std::string_view title, std::string_view text);

}  // namespace backfile
