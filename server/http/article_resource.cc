#include "server/http/article_resource.h"

#include "index/article_id.h"
#include "index/index_error.h"
#include "server/http/answer_json.h"
#include "server/http/etag.h"
#include "server/http/parameters.h"
#include "server/http/problem.h"

namespace backfile {

Resource article_resource(SearchFunctions search, std::function<Day()> today) {
  return [=](const HttpRequest& http, const std::string& id) {
    const SearchParameters parameters = read_article_parameters(http.parameters, today());
    const SearchRequest& request = parameters.request;
    const auto day = depends_on_today(request) ? std::optional(request.today) : std::nullopt;
    const auto tag_of = [&](const IndexState& index) {
      return request_etag(index.generation, http.path, http.parameters, day);
    };
    const auto index = search.index_state();
    if (!index) throw NoIndex("no index is loaded");
    const auto unknown = [&] {
      return problem_response({404, "There is no article with this id.", "", "", 0}, http.path);
    };
    if (!is_article_id(id)) return unknown();
    if (client_has(http, tag_of(*index))) return not_modified(tag_of(*index));

    const auto answer = search.article(id, request);
    if (!answer) return unknown();
    HttpResponse response = json_response(article_answer_json(*answer, !request.query.empty()), parameters.pretty);
    add_etag(response, tag_of(answer->index));
    return response;
  };
}

}  // namespace backfile
