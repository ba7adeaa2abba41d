#include "server/http/copies_resource.h"

#include "index/article_id.h"
#include "server/http/answer_json.h"
#include "server/http/indexed_response.h"
#include "server/http/parameters.h"
#include "server/http/problem.h"

namespace backfile {

Resource copies_resource(SearchFunctions search) {
  return [=](const HttpRequest& http, const std::string& id) {
    const bool pretty = read_pretty(http.parameters);
    const auto find = [&]() -> std::optional<IndexedAnswer> {
      const auto answer = search.copies(id);
      if (!answer) return std::nullopt;
      return IndexedAnswer{copies_answer_json(*answer), answer->index};
    };
    const auto response =
        is_article_id(id) ? indexed_response(http, SearchRequest{}, pretty, search, find) : std::nullopt;
    if (response) return *response;
    return problem_response({404, "There is no article with this id.", "", "", 0}, http.path);
  };
}

}  // namespace backfile
