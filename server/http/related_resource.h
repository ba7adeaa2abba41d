// GET /api/v1/articles/{id}/related: more like it.
#pragma once

#include "server/http/router.h"
#include "server/http/search_functions.h"

namespace backfile {

// Takes `page_size` (1 to 50). An unknown id is a 404.
Resource related_resource(SearchFunctions search);

}  // namespace backfile
