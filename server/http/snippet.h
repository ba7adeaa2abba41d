// The snippet: a hit's fragments as one line of HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/search/answer.h"

namespace backfile {

// & < > " ' as character references: safe in text and between quotes.
std::string escape_html(std::string_view text);

// The fragments joined by " … ", escaped; matched runs within <mark> and </mark>, the only tags there are.
std::string snippet_html(const std::vector<Fragment>& fragments);

}  // namespace backfile
