// Dates that the markup of a page gives: microdata and RDFa (datePublished, dateModified) and <time> (HTML, 4.5.14).
//
// A <time> counts in the region of the article, else where all others of the page say the same; in a list of other
// articles it does not. It is the date of the last change where its class, its text or the text before it calls it so.
// The date and time in its attribute are taken before its text.
#pragma once

#include <string>

#include "indexer/html/article_region.h"
#include "indexer/html/tree.h"

namespace backfile {

// As written; empty where there is none.
struct MarkupDates {
  std::string published;  // microdata
  std::string time;       // the first <time> below the headline, above the text, that is not called one of change
  std::string elsewhere;  // the first other, in the region or as the page's only one
  std::string modified;
};

MarkupDates dates_of_markup(const HtmlTree& tree, const ArticleRegion& region);

}  // namespace backfile
