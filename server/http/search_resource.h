// /api/v1/search: parameters to SearchRequest, SearchAnswer to JSON.
#pragma once

#include <functional>

#include "server/http/router.h"
#include "server/http/search_functions.h"

namespace backfile {

// The resource throws what reading parameters and searching throw: InvalidRequest, NoIndex, IndexError.
Resource search_resource(SearchFunctions search, std::function<Day()> today);

}  // namespace backfile
