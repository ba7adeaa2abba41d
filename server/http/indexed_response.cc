#include "server/http/indexed_response.h"

#include "index/index_error.h"
#include "server/http/etag.h"
#include "server/http/parameters.h"

namespace backfile {

std::optional<HttpResponse> indexed_response(const HttpRequest& http, const SearchRequest& request, bool pretty,
                                             const SearchFunctions& search,
                                             const std::function<std::optional<IndexedAnswer>()>& make) {
  const auto day = depends_on_today(request) ? std::optional(request.today) : std::nullopt;
  const auto tag_of = [&](const IndexState& index) {
    return request_etag(index.generation, http.path, http.parameters, day);
  };
  const auto index = search.index_state();
  if (!index) throw NoIndex("no index is loaded");
  if (client_has(http, tag_of(*index))) return not_modified(tag_of(*index));

  const auto answer = make();
  if (!answer) return std::nullopt;
  HttpResponse response = json_response(answer->json, pretty);
  add_etag(response, tag_of(answer->index));
  return response;
}

}  // namespace backfile
