// /api/v1/timeline: how many articles or stories of each query appeared when.
#pragma once

#include <functional>

#include "server/http/router.h"
#include "server/http/search_functions.h"

namespace backfile {

Resource timeline_resource(SearchFunctions search, std::function<Day()> today);

}  // namespace backfile
