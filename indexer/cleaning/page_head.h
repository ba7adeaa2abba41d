// The head of a copied page: what stands above the headline, and between it and the text.
#pragma once

#include <string_view>

#include "indexer/cleaning/page.h"

namespace backfile {

// Where the text is the copy of a page, or begins with its headline: gives the roles headline and boilerplate to the
// rows of the head, and to those behind the text; its credits go to their rows. `headline`: the article's, where it is
// known. `only_menus`: where no menu stands above the headline nothing is done.
void set_page_aside(Page& page, std::string_view headline, bool only_menus);

}  // namespace backfile
