// The headings of a page, as far as one of them may be the headline of its article.
#pragma once

#include <string>
#include <vector>

#include "indexer/html/main_text.h"

namespace backfile {

// In their order, each text once, ten of a kind at most.
struct PageHeadings {
  std::vector<std::string> first;         // <h1>
  std::vector<std::string> lower;         // <h2>, <h3>
  std::string site;                       // an <h1> that is a link to the site's front page: it names the site
  std::vector<std::string> kickers = {};  // what an <h1> begins with in an element of its own
};

PageHeadings headings_of(const HtmlTree& tree);

// The heading that the article's text stands under: the nearest <h1> not far above its first paragraph or among its
// first lines, else an <h2> or <h3> of some words right above. Empty where there is none but the site's own.
std::string heading_of_text(const MainText& text, const std::string& site);

}  // namespace backfile
