// The article's text as a page's JSON-LD gives it ("articleBody"), held against the text that was found on the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/html/main_text.h"

namespace backfile {

// Where `linked` is whole, it says which blocks are the article: those it has, found before or not, and between them
// short ones that were found (headings, entries of lists). Then `text` is corrected. Where it is whole but stands
// nowhere on the page, as where a script builds the page, its own paragraphs are returned. Else nothing happens: a
// first paragraph or a cut text is no witness.
std::vector<std::string> correct_by_linked_text(MainText& text, std::string_view linked);

}  // namespace backfile
