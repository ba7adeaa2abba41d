#include "server/http/article_resource.h"

#include "server/http/answer_json.h"
#include "server/http/indexed_response.h"
#include "server/http/parameters.h"

namespace backfile {

Resource article_resource(SearchFunctions search, std::function<Day()> today) {
  return [=](const HttpRequest& http, const std::string& id) {
    const SearchParameters parameters = read_article_parameters(http.parameters, today());
    const SearchRequest& request = parameters.request;
    const auto find = [&]() -> std::optional<IndexedAnswer> {
      const auto answer = search.article(id, request);
      if (!answer) return std::nullopt;
      return IndexedAnswer{article_answer_json(*answer, !request.query.empty()), answer->index};
    };
    return article_response(http, id, [&] { return indexed_response(http, request, parameters.pretty, search, find); });
  };
}

}  // namespace backfile
