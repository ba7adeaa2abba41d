// Facets: how many of the articles that a search finds, and of their stories, have each value. All counts are exact.
//
// A facet's own filter is lifted for its counts (from and to are that of years and months): so the other values say
// what choosing them as well would bring.
#pragma once

#include <xapian.h>

#include <vector>

#include "server/search/answer.h"
#include "server/search/article_set.h"
#include "server/search/columns.h"
#include "server/search/database_pool.h"
#include "server/search/deadline.h"
#include "server/search/request.h"

namespace backfile {

// Of labels the commonest are listed.
inline constexpr std::size_t kMostFacetValues = 50;

// The facets that the request asks for. `query` has no filters yet; `matching` are the articles that it finds with all
// of them. Articles whose month is not known count in no month, and undated ones in no year.
std::vector<FacetCounts> count_facets(const Xapian::Query& query, const SearchRequest& request,
                                      const ArticleSet& matching, const SearchHandle& handle, const Deadline& deadline);

}  // namespace backfile
