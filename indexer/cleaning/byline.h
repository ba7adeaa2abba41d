// Bylines: the names of those who wrote an article, out of the ways in which pages and metadata credit them.
//
//   By Ann Lee and Bo Chan             names joined by "and", "&", commas, also in French, German and Spanish
//   By Ann Lee, Asia Editor at Paper   roles, papers and e-mail addresses are left out
//   作者：李晓                           "author" and "reporter" labels
//   Ann Lee                            a closing signature: one to three capitalised words alone on the last line
//
// Names are kept as written; no name is given twice, and at most kMostNames are kept.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/cleaning/byline_marks.h"

namespace backfile {

inline constexpr std::size_t kMostNames = 1000;

// Names of a credit that is known to be one ("By A and B", "A, B"), as in metadata. "Lee, Ann" is one name.
std::vector<std::string> names_of_credit(std::string_view credit);

// Names of a line of a page where that line is a byline, marked as one by "By" or a label; else none.
std::vector<std::string> names_of_byline(std::string_view line, BylineText kind = BylineText::line);

// The name where the line could be a signature; else empty. Whether it stands in the right place is not asked.
std::string name_of_signature(std::string_view line);

// Does the text hold the word of a role or a paper ("Editor", "Staff Writer")?
bool has_role_word(std::string_view text);

// Adds the names that `byline` does not have yet.
void add_names(const std::vector<std::string>& names, std::vector<std::string>& byline);

}  // namespace backfile
