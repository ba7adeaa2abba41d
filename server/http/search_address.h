// The address of a search: the page's path and the parameters that say what is searched for and in which order, in one
// spelling whatever the request's was.
#pragma once

#include <string>

#include "server/search/request.h"

namespace backfile {

// "/?q=rare%20earth&publication=reuters". Without what only says how an answer is shown (page, page_size, fragments,
// fields, pretty, explain, strict), and without what is so anyhow. Labels are sorted.
std::string search_address(const SearchRequest& request);

}  // namespace backfile
