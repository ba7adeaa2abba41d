// Words and phrases of a sample of articles, with the number of articles that hold them. A phrase is two or three words
// side by side that does not begin or end with a stop word; in scripts written without spaces, where words are pairs of
// characters (index/tokenizer.h), three or four characters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/article.h"
#include "index/lexicon.h"

namespace backfile {

struct SampledTerm {
  std::vector<std::string> terms;  // Xapian's plain terms: one of a word, those of a phrase in their order
  std::string shown;               // as the articles mostly write it
  std::uint32_t articles = 0;      // of the sample
};

// Of a text that is not empty.
std::string_view last_character(std::string_view text);

// All that stand in at least `least` of the articles, words first. Words of one letter, numbers and stop words are
// none.
std::vector<SampledTerm> sampled_terms(const std::vector<Article>& articles, const Lexicon& lexicon,
                                       std::uint32_t least);

}  // namespace backfile
