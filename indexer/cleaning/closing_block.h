// The block behind an article, to the end of its page: comments, other articles, offers. The phrases that open one
// stand inside articles too, above a box: what tells is how much running text follows.
#pragma once

#include <cstddef>

#include "indexer/cleaning/page.h"

namespace backfile {

// The first row of the block; page.block where there is none. Sets aside boxes and lines of boilerplate before it.
// `body` is the first row of running text.
std::size_t find_closing_block(Page& page, std::size_t body);

}  // namespace backfile
