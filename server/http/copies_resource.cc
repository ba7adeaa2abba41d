#include "server/http/copies_resource.h"

#include "server/http/answer_json.h"
#include "server/http/indexed_response.h"
#include "server/http/parameters.h"

namespace backfile {

Resource copies_resource(SearchFunctions search) {
  return [=](const HttpRequest& http, const std::string& id) {
    const bool pretty = read_pretty(http.parameters);
    const auto find = [&]() -> std::optional<IndexedAnswer> {
      const auto answer = search.copies(id);
      if (!answer) return std::nullopt;
      return IndexedAnswer{copies_answer_json(*answer), answer->index};
    };
    return article_response(http, id, [&] { return indexed_response(http, SearchRequest{}, pretty, search, find); });
  };
}

}  // namespace backfile
