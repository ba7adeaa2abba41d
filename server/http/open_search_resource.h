// The resource /opensearch.xml: how browsers and programs may search here (OpenSearch 1.1, draft 6).
#pragma once

#include "server/http/router.h"

namespace backfile {

Resource open_search_resource();

}  // namespace backfile
