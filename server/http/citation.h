// Citations: a search or an article as a reader may quote it, in words and as BibTeX, with an address that leads back
// to it, the day and the index it was found in. Pure.
#pragma once

#include <string>
#include <string_view>

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

// A query as it was understood today, with what it has of dates relative to today ended by today, so that it finds the
// same tomorrow. `other_parsed` is how it is understood on another day: what differs is relative.
std::string absolute_query(std::string today_parsed, std::string_view other_parsed, Day today);

// `origin` is that of the server as it was asked ("https://search.example"), `today` the day of the citation.
Citation cite_search(const SearchRequest& request, const SearchAnswer& answer, const std::string& origin, Day today);

// Names, headline, paper, date as precise as it is known, its own address, and its address here.
Citation cite_article(const Article& article, const IndexState& index, const std::string& origin, Day today);

}  // namespace backfile
