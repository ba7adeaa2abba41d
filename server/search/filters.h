// Filters: the parameters of a request that narrow a search without taking part in ranking.
#pragma once

#include <xapian.h>

#include "server/search/request.h"

namespace backfile {

// The query, narrowed by the request's labels and dates.
Xapian::Query with_filters(Xapian::Query query, const SearchRequest& request, const Xapian::Database& database);

// Has the request any filter or date?
bool has_filters(const SearchRequest& request);

}  // namespace backfile
