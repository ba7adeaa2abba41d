// The head of a copied page: what stands above the headline, and between it and the text.
#pragma once

#include "indexer/cleaning/article_extent.h"
#include "indexer/cleaning/page.h"

namespace backfile {

// Gives the roles headline and boilerplate to the rows of the head, and to those behind the text of a whole page; its
// credits go to their rows.
void set_head_aside(Page& page, const ArticleExtent& extent);

}  // namespace backfile
