// HTML that is a piece of text, as feeds and records carry it: no page around it, all of it is the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// Its paragraphs, headings, entries of lists ("• …") and rows of tables ("a | b"), each one line of repaired text.
// Valid UTF-8 of less than 2 GB. Text without any tags is one paragraph.
std::vector<std::string> paragraphs_of_html(std::string_view fragment);

}  // namespace backfile
