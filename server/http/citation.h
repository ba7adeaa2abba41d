// Citations: a search or an article as a reader may quote it, in words and as BibTeX, with an address that leads back
// to it, the day and the index it was found in. Pure.
#pragma once

#include <string>

#include "index/article.h"
#include "index/date.h"
#include "server/search/answer.h"
#include "server/search/request.h"

namespace backfile {

struct Citation {
  std::string text;     // one line, plain
  std::string bibtex;   // one entry
  std::string address;  // without an origin where the request had none
  std::string date;     // of today: "2025-03-03"
};

// `origin` is that of the server as it was asked ("https://search.example"), `today` the day of the citation. A query
// relative to today is cited by the dates that it means today.
Citation cite_search(const SearchRequest& request, const SearchAnswer& answer, const std::string& origin, Day today);

// Names, headline, paper, date as precise as it is known, its own address, and its address here.
Citation cite_article(const Article& article, const IndexState& index, const std::string& origin, Day today);

}  // namespace backfile
