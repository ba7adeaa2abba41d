// What a page says of its article beside the text: in its head, in its markup. Each place that speaks is read into one
// PageFacts; which place is believed is decided where they are put together (readers/html_reader.cc).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "indexer/html/tree.h"

namespace backfile {

// All as written, repaired and each one line; empty where the place does not say.
struct PageFacts {
  std::vector<std::string> headlines;  // the most telling first
  std::vector<std::string> credits;    // of writers; each a name or several
  std::vector<std::string> houses;     // organisations that are credited as writers; each one name
  std::vector<std::string> descriptions;
  std::string published;
  std::string modified;
  std::string publication;
  std::string section;
  std::vector<std::string> topics;
  std::string language;
  std::string url;
  std::string type;  // of the page, in small letters: "article", "website"
};

// <meta> of every usual family (Open Graph, article:, Dublin Core, Parsely, sailthru, citation), <link rel=canonical>
// and the language of <html>.
PageFacts facts_of_head(const HtmlTree& tree);

// The first of these addresses that can be an article's; else a site's home page, which templates often give to every
// page; empty where none is of the web.
std::string address_among(std::span<const std::string> addresses);

// Microdata and RDFa of an article (itemprop, property): headline and section. Its writers and dates are read where the
// text has been found (markup_credits.h, markup_dates.h).
PageFacts facts_of_markup(const HtmlTree& tree);

// The content of <title>.
std::string title_of(const HtmlTree& tree);

}  // namespace backfile
