// GET /openapi.json: the description of every address of the server (OpenAPI 3.1), config/openapi.json with the
// version of the program. Tests hold it against the running server.
#pragma once

#include "server/http/router.h"

namespace backfile {

Resource openapi_resource();

}  // namespace backfile
