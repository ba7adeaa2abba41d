// GET /api/v1/suggest?q=: completions of what is being typed, as OpenSearch suggestions (OpenSearch 1.1 extension,
// draft 1): `[q, [completion, …]]`, application/x-suggestions+json.
#pragma once

#include "server/http/router.h"
#include "server/http/search_functions.h"

namespace backfile {

// Takes `q` and `size` (1 to 20). Whatever stands in `q` is answered: with no completions where there is nothing to
// complete.
Resource suggest_resource(SearchFunctions search);

}  // namespace backfile
