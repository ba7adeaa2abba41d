// JSON-LD of a page: what schema.org's objects in its scripts say of the article (https://schema.org/Article).
// The objects themselves: json_ld_graph.h.
#pragma once

#include <string>
#include <vector>

#include "indexer/html/page_facts.h"

namespace backfile {

struct LinkedData {
  PageFacts facts;
  std::string body;          // "articleBody", as written
  bool is_article = false;   // the page has an object of an article's type
  bool is_called_so = true;  // the page calls its article so, too
  bool is_free = true;       // "isAccessibleForFree"
};

// What the page itself calls its article: <h1>, <title>, metadata; and its addresses. Empty ones say nothing.
struct ArticleNames {
  std::vector<std::string> headlines;
  std::vector<std::string> addresses;
};

// Of several articles that of which headline or address agrees with one of `names`. Where none does, a page's only one
// is taken unless it is an entry of a list, and of several none; without any names the first that has a headline and a
// date.
LinkedData linked_data_of(const HtmlTree& tree, const ArticleNames& names = {});

}  // namespace backfile
