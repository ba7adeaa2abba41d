// The text of a page that only its own program shows: out of the data that the program draws the page from, in scripts
// of type application/json (as Next.js has it).
#pragma once

#include <string>

#include "indexer/html/tree.h"

namespace backfile {

// The body of the object whose headline is `headline`, as HTML or plain text; empty where there is none. A body is a
// text, or a list of texts, or of objects that have one each.
std::string body_of_page_state(const HtmlTree& tree, const std::string& headline);

}  // namespace backfile
