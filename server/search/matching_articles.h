// All articles that match a query, as a set: what facets, timelines and samples are counted from.
#pragma once

#include <xapian.h>

#include "server/search/article_set.h"
#include "server/search/database_pool.h"
#include "server/search/deadline.h"

namespace backfile {

// One pass without weights over every segment by itself. `query` has its filters already; withdrawn articles are left
// out. Where the deadline cut it (deadline.cut() says so), the set is a part of what matches.
ArticleSet matching_articles(const Xapian::Query& query, const SearchHandle& handle, const Deadline& deadline);

}  // namespace backfile
