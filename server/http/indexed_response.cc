#include "server/http/indexed_response.h"

#include "index/article_id.h"
#include "index/index_error.h"
#include "server/http/etag.h"
#include "server/http/parameters.h"
#include "server/http/problem.h"

namespace backfile {

std::optional<HttpResponse> tagged_response(const HttpRequest& http, const std::vector<Parameter>& parameters,
                                            const SearchRequest& request, const SearchFunctions& search,
                                            const std::function<std::optional<TaggedResponse>()>& make) {
  const auto day = depends_on_today(request) ? std::optional(request.today) : std::nullopt;
  const auto tag_of = [&](const IndexState& index) {
    return request_etag(index.generation, http.path, parameters, day);
  };
  const auto index = search.index_state();
  if (!index) throw NoIndex("no index is loaded");
  if (client_has(http, tag_of(*index))) return not_modified(tag_of(*index));

  auto made = make();
  if (!made) return std::nullopt;
  add_etag(made->response, tag_of(made->index));
  return std::move(made->response);
}

std::optional<HttpResponse> indexed_response(const HttpRequest& http, const SearchRequest& request, bool pretty,
                                             const SearchFunctions& search,
                                             const std::function<std::optional<IndexedAnswer>()>& make) {
  return tagged_response(http, http.parameters, request, search, [&]() -> std::optional<TaggedResponse> {
    const auto answer = make();
    if (!answer) return std::nullopt;
    return TaggedResponse{json_response(answer->json, pretty), answer->index};
  });
}

HttpResponse article_response(const HttpRequest& http, const std::string& id,
                              const std::function<std::optional<HttpResponse>()>& respond) {
  auto response = is_article_id(id) ? respond() : std::nullopt;
  if (response) return *std::move(response);
  return problem_response({404, "There is no article with this id.", "", "", 0}, http.path);
}

}  // namespace backfile
