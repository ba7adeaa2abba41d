#include "server/http/related_resource.h"

#include "index/article_id.h"
#include "server/http/answer_json.h"
#include "server/http/indexed_response.h"
#include "server/http/parameter_values.h"
#include "server/http/problem.h"

namespace backfile {
namespace {

constexpr std::uint32_t kUsual = 10;
constexpr std::uint32_t kMost = 50;

}  // namespace

Resource related_resource(SearchFunctions search) {
  return [=](const HttpRequest& http, const std::string& id) {
    std::uint32_t most = kUsual;
    bool pretty = false;
    read_few(http.parameters, {{"page_size", [&](const Parameter& given) { most = number(given, 1, kMost); }},
                               {"pretty", [&](const Parameter& given) { pretty = second_of(given, "0", "1"); }}});
    const auto find = [&]() -> std::optional<IndexedAnswer> {
      const auto answer = search.related(id, most);
      if (!answer) return std::nullopt;
      return IndexedAnswer{related_answer_json(*answer), answer->index};
    };
    const auto response =
        is_article_id(id) ? indexed_response(http, SearchRequest{}, pretty, search, find) : std::nullopt;
    if (response) return *response;
    return problem_response({404, "There is no article with this id.", "", "", 0}, http.path);
  };
}

}  // namespace backfile
