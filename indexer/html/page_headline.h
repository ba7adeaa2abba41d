// The headline of a page, out of what calls itself one: <h1>, <title>, metadata. The name of the site comes off.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/html/page_headings.h"

namespace backfile {

struct HeadlineSources {
  PageHeadings headings;
  std::vector<std::string> metadata;  // the most telling first
  std::string title;                  // <title>
  std::string publication;
  std::string host;  // of the page's address: "www.echo.example"
};

// An <h1> that agrees with metadata or title wins over both: it is what readers saw. A lower heading is the headline
// where it says just what one of them does. Empty where there is nothing.
std::string choose_headline(const HeadlineSources& sources);

// Without the name of the site before or behind it: "Fog closes harbour | The Echo" -> "Fog closes harbour". What
// stands apart (by |, -, –, —, :, ·, », <) is the name where it equals `publication`, or holds it, or is held in it. Of
// pieces between bars that nobody names the first stays, if it has four words, else the one with most words.
std::string without_site_name(std::string_view title, std::string_view publication);

// What a title names behind its last bar or dash: often its site. Empty where nothing stands apart.
std::string_view last_piece_of_title(std::string_view title);

}  // namespace backfile
