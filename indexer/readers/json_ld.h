// JSON-LD of a page: what schema.org's objects in its scripts say of the article (https://schema.org/Article).
// The objects themselves: json_ld_graph.h.
#pragma once

#include <string>

#include "indexer/html/page_facts.h"

namespace backfile {

struct LinkedData {
  PageFacts facts;
  std::string body;         // "articleBody", as written
  bool is_article = false;  // the page has an object of an article's type
  bool is_free = true;      // "isAccessibleForFree"
};

LinkedData linked_data_of(const HtmlTree& tree);

}  // namespace backfile
