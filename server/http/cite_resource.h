// GET /api/v1/cite and /api/v1/articles/{id}/cite: a search, or an article, as it is quoted.
#pragma once

#include <functional>

#include "server/http/router.h"
#include "server/http/search_functions.h"

namespace backfile {

// Takes all parameters of a search; which page of it does not matter.
Resource cite_resource(SearchFunctions search, std::function<Day()> today);

// An unknown id is a 404.
Resource cite_article_resource(SearchFunctions search, std::function<Day()> today);

}  // namespace backfile
