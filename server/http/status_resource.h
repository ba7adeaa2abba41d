// /api/v1/status: which index is served, by which program.
#pragma once

#include <functional>
#include <vector>

#include "server/http/generation_watcher.h"
#include "server/http/router.h"
#include "server/http/search_functions.h"
#include "server/http/server_state.h"

namespace backfile {

// `state` outlives the resource. `refused` tells which published generations are not served.
Resource status_resource(SearchFunctions search, std::function<std::vector<RefusedGeneration>()> refused,
                         const ServerState& state);

}  // namespace backfile
