// The resource /api/v1/export: every article that a search finds, as one streamed text.
#pragma once

#include <functional>

#include "server/http/router.h"
#include "server/http/search_functions.h"

namespace backfile {

// `at_once`: exports that may run; more are told to come again. An export whose matching took too long is a problem:
// part of an answer would look whole in a file. X-Total says how many articles there are, X-Warnings the codes of the
// query's warnings, for which the formats have no place.
Resource export_resource(SearchFunctions search, std::function<Day()> today, std::size_t at_once);

}  // namespace backfile
