// The headline of a page, out of what calls itself one: <h1>, <title>, metadata. The name of the site comes off.
#pragma once

#include <string>
#include <vector>

#include "indexer/html/page_headings.h"

namespace backfile {

struct HeadlineSources {
  PageHeadings headings;
  std::vector<std::string> metadata;  // the most telling first
  std::string title;                  // <title>
  std::string publication;
  std::string host;                  // of the page's address: "www.echo.example"
  std::string section = {};          // as metadata name it
  std::string heading_of_text = {};  // the heading in or above the article's text; empty: unknown
  std::string text = {};             // its beginning
};

// An <h1> that agrees with metadata or title wins over both: it is what readers saw. A lower heading is the headline
// where it says just what one of them does, the heading over the text where they name but the site or a part of it.
// Empty where there is nothing.
std::string choose_headline(const HeadlineSources& sources);

}  // namespace backfile
