#include "server/http/parse_resource.h"

#include "server/http/answer_json.h"
#include "server/http/indexed_response.h"
#include "server/http/parameters.h"

namespace backfile {

Resource parse_resource(SearchFunctions search, std::function<Day()> today) {
  return [=](const HttpRequest& http, const std::string&) {
    const SearchParameters parameters = read_article_parameters(http.parameters, today());
    const SearchRequest& request = parameters.request;
    return *indexed_response(http, request, parameters.pretty, search, [&] {
      const ParseAnswer answer = search.parse(request);
      return std::optional(IndexedAnswer{parse_answer_json(answer, request), answer.index});
    });
  };
}

}  // namespace backfile
