// /healthz: the server answers. /readyz: it can answer searches; 503 while there is no index and once it drains.
#pragma once

#include "server/http/router.h"
#include "server/http/search_functions.h"
#include "server/http/server_state.h"

namespace backfile {

Resource alive_resource();

// `state` outlives the resource.
Resource ready_resource(SearchFunctions search, const ServerState& state);

}  // namespace backfile
