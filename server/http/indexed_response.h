// Answers that an index gives: tagged with its generation, and not made at all where the client has them already.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/http/http_message.h"
#include "server/http/json_response.h"
#include "server/http/search_functions.h"

namespace backfile {

struct TaggedResponse {
  HttpResponse response;
  IndexState index;  // that answered: a new generation may have come meanwhile
};

// 304 where the client has the answer, else what `make` makes, with its tag. `parameters` is what the answer depends on
// besides the generation, the path, and the day where the request is relative to it. Nothing where `make` gives
// nothing. Throws NoIndex where no generation is loaded, and what `make` throws.
std::optional<HttpResponse> tagged_response(const HttpRequest& http, const std::vector<Parameter>& parameters,
                                            const SearchRequest& request, const SearchFunctions& search,
                                            const std::function<std::optional<TaggedResponse>()>& make);

struct IndexedAnswer {
  Json json;
  IndexState index;
};

// The same of an answer that is JSON.
std::optional<HttpResponse> indexed_response(const HttpRequest& http, const SearchRequest& request, bool pretty,
                                             const SearchFunctions& search,
                                             const std::function<std::optional<IndexedAnswer>()>& make);

// Of an article: what `respond` makes, or a 404 where that is nothing or `id` is none.
HttpResponse article_response(const HttpRequest& http, const std::string& id,
                              const std::function<std::optional<HttpResponse>()>& respond);

}  // namespace backfile
