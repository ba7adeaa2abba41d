#include "server/http/suggest_resource.h"

#include "server/http/indexed_response.h"
#include "server/http/parameter_values.h"

namespace backfile {
namespace {

constexpr std::uint32_t kUsual = 8;
constexpr std::uint32_t kMost = 20;

}  // namespace

Resource suggest_resource(SearchFunctions search) {
  return [=](const HttpRequest& http, const std::string&) {
    std::string typed;
    std::uint32_t most = kUsual;
    bool pretty = false;
    read_few(http.parameters, {{"q", [&](const Parameter& given) { typed = given.value; }},
                               {"size", [&](const Parameter& given) { most = number(given, 1, kMost); }},
                               {"pretty", [&](const Parameter& given) { pretty = second_of(given, "0", "1"); }}});
    return *tagged_response(http, http.parameters, SearchRequest{}, search, [&] {
      const SuggestAnswer answer = search.suggest(typed, most);
      const Json json = Json::array({typed, answer.suggestions});
      return std::optional(TaggedResponse{json_response(json, pretty, "application/x-suggestions+json"), answer.index});
    });
  };
}

}  // namespace backfile
