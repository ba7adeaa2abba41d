// What readers see beside an article's text: lines with its writers and its date, above the text or right behind it.
#pragma once

#include <string>
#include <vector>

#include "indexer/cleaning/written_date.h"
#include "indexer/html/article_region.h"
#include "indexer/html/main_text.h"

namespace backfile {

struct VisibleFacts {
  std::vector<std::string> names;  // of the byline
  bool is_marked_in_head = false;  // they are one person, behind "By" between headline and text
  std::string published;           // as written
  bool is_labelled = false;        // `published` is called the date of publication
  bool is_above_text = false;      // and stands above the text
  bool is_in_head = false;         // and below the headline
  std::string updated;             // a date that is called one of change
};

// Lines are asked from the beginning of the article's region to that of the body, then from the body's end to the
// region's.
VisibleFacts visible_facts_of(const HtmlTree& tree, const MainText& text, const ArticleRegion& region, DateOrder order);

}  // namespace backfile
