// The headline: the first line of a page where it is one, else derived from the summary or the first sentence.
#pragma once

#include <string_view>

#include "index/article.h"

namespace backfile {

// Could the line be a headline by itself? At most kLongestHeadline characters (sentence.h), no bullet, not ending like
// a sentence or with a comma, semicolon or colon.
bool is_headline_like(std::string_view line);

// Gives an article without a headline the first entry of its summary, else the first sentence of its body, behind the
// dateline. The text also stays where it was taken from.
void derive_headline(Article& article);

}  // namespace backfile
