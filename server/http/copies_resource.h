// GET /api/v1/articles/{id}/copies: the same story elsewhere.
#pragma once

#include "server/http/router.h"
#include "server/http/search_functions.h"

namespace backfile {

// An unknown id is a 404.
Resource copies_resource(SearchFunctions search);

}  // namespace backfile
