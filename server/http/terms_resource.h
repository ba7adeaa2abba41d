// /api/v1/terms: the words and phrases that are typical of what a search finds, and the top stories of it.
#pragma once

#include <functional>

#include "server/http/router.h"
#include "server/http/search_functions.h"

namespace backfile {

Resource terms_resource(SearchFunctions search, std::function<Day()> today);

}  // namespace backfile
