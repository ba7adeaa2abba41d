#include "server/http/search_resource.h"

#include <algorithm>
#include <chrono>

#include "server/http/answer_json.h"
#include "server/http/indexed_response.h"
#include "server/http/parameters.h"

namespace backfile {
namespace {

// Leaves of each hit the members that were asked for.
void choose_members(Json& answer, const std::vector<std::string>& fields) {
  if (fields.empty()) return;
  for (Json& hit : answer["hits"]) {
    Json chosen = Json::object();
    for (const std::string_view member : hit_members()) {
      const std::string name(member);
      if (std::ranges::find(fields, member) != fields.end()) chosen[name] = std::move(hit[name]);
    }
    hit = std::move(chosen);
  }
}

}  // namespace

Resource search_resource(SearchFunctions search, std::function<Day()> today) {
  return [=](const HttpRequest& http, const std::string&) {
    const auto began = std::chrono::steady_clock::now();
    const SearchParameters parameters = read_search_parameters(http.parameters, today());
    const SearchRequest& request = parameters.request;
    return *indexed_response(http, request, parameters.pretty, search, [&] {
      const SearchAnswer answer = search.search(request);
      const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
      Json json = search_answer_json(answer, request, took.count());
      choose_members(json, parameters.fields);
      return std::optional(IndexedAnswer{std::move(json), answer.index});
    });
  };
}

}  // namespace backfile
