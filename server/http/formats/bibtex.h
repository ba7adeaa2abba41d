// BibTeX: one article as one entry, for BibTeX (year, month) and biblatex (date) alike.
#pragma once

#include <string>
#include <string_view>

#include "index/article.h"

namespace backfile {

// Text as TeX shows it: what TeX takes for something else is written as a command. Braces too are commands, since
// BibTeX counts them even behind a backslash. One line.
std::string tex_text(std::string_view text);

// Its key is the article's id. An @article where the publication is known, else @misc. What is not known is left out; a
// date is as precise as it is known.
std::string bibtex_entry(const Article& article);

}  // namespace backfile
