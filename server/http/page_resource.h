// The pages and what they load: files in memory, and the article page, whose status says whether there is the article.
#pragma once

#include "server/http/router.h"
#include "server/http/search_functions.h"
#include "server/http/static_files.h"

namespace backfile {

Resource file_resource(StaticFile file);

// /article/{id}: `page` with status 200; 404 where the id is unknown, 503 where there is no index to know it. The page
// is the same: its script asks the API and says what is wrong. Throws IndexError.
Resource article_page_resource(StaticFile page, SearchFunctions search);

}  // namespace backfile
