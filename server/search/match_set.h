// The match set: one page of what a query matches, and how much it matches in all.
//
// Hits come first, then the numbers: counted in a pass of its own without weights, which is several times cheaper than
// counting while ranking. A query that takes too long is cut: then the numbers are what was found until then.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "server/search/article_set.h"
#include "server/search/database_pool.h"
#include "server/search/deadline.h"
#include "server/search/request.h"

namespace backfile {

struct RankedMatch {
  Xapian::docid docid = 0;
  double score = 0;
};

struct MatchSet {
  std::vector<RankedMatch> page;
  std::uint32_t total = 0;    // articles
  std::uint32_t stories = 0;  // stories among them
};

// `query` has its filters already. Hits of one rank come in the order of their docids, so that pages never overlap.
// `all`, where it is given, gets all articles that match, and the numbers are counted from them. Where the deadline cut
// it, deadline.cut() says so.
MatchSet find_matches(const Xapian::Query& query, const SearchRequest& request, bool by_date_unless_told,
                      ArticleSet* all, const SearchHandle& handle, const Deadline& deadline);

// The number of articles that match.
std::uint32_t count_articles(const Xapian::Query& query, const SearchHandle& handle, const Deadline& deadline);

}  // namespace backfile
