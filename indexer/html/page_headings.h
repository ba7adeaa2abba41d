// The headings of a page, as far as one of them may be the headline of its article.
#pragma once

#include <string>
#include <vector>

#include "indexer/html/tree.h"

namespace backfile {

// In their order, each text once, ten of a kind at most.
struct PageHeadings {
  std::vector<std::string> first;  // <h1>
  std::vector<std::string> lower;  // <h2>, <h3>
  std::string site;                // an <h1> that is a link to the site's front page: it names the site
};

PageHeadings headings_of(const HtmlTree& tree);

}  // namespace backfile
