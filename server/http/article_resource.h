// /api/v1/articles/{id}: one article as JSON, with the matches of `q` where it is given.
#pragma once

#include <functional>

#include "server/http/router.h"
#include "server/http/search_functions.h"

namespace backfile {

// Throws as search_resource does. An unknown id is a 404.
Resource article_resource(SearchFunctions search, std::function<Day()> today);

}  // namespace backfile
