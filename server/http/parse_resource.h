// /api/v1/parse: how a query is understood, with the articles of each clause.
#pragma once

#include <functional>

#include "server/http/router.h"
#include "server/http/search_functions.h"

namespace backfile {

// Throws as search_resource does.
Resource parse_resource(SearchFunctions search, std::function<Day()> today);

}  // namespace backfile
