// JSON-LD of a page: what schema.org's objects in its scripts say of the article (https://schema.org/Article).
//
// Objects stand alone, in arrays, in "@graph", or inside one another; "@id" refers to another object of the page.
// Scripts that are not quite JSON are mended: HTML comments and CDATA around, commas before a closing bracket, raw line
// ends in strings (json_parse.h). A script that cannot be read costs no other.
#pragma once

#include <optional>
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
