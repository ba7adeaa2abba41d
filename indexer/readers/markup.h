// Texts that should be plain and hold HTML all the same: written twice over, or put into a record as they were.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// Does a text hold tags of HTML ("<a href=…>", "</b>", "<br>") or its entities ("&quot;")? One that merely speaks of
// a < b, of <b> or of Q&A does not.
bool has_tags(std::string_view text);
bool has_entities(std::string_view text);
inline bool has_markup(std::string_view text) { return has_tags(text) || has_entities(text); }

// Does a text hold tags that part paragraphs?
bool has_blocks(std::string_view text);

// Without its tags and entities, its lines as they are; one that has none stays as it is.
std::string lines_of_markup(std::string_view text);

// The paragraphs of HTML; where tags were escaped in it, of that HTML too.
std::vector<std::string> paragraphs_of_escaped_html(std::string_view html);

}  // namespace backfile
