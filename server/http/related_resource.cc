#include "server/http/related_resource.h"

#include "server/http/answer_json.h"
#include "server/http/indexed_response.h"
#include "server/http/parameter_values.h"

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
    return article_response(http, id, [&] { return indexed_response(http, SearchRequest{}, pretty, search, find); });
  };
}

}  // namespace backfile
