#include "server/http/search_resource.h"

#include <algorithm>
#include <chrono>

#include "index/index_error.h"
#include "server/http/answer_json.h"
#include "server/http/etag.h"
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
    const auto day = depends_on_today(request) ? std::optional(request.today) : std::nullopt;
    const auto tag_of = [&](const IndexState& index) {
      return request_etag(index.generation, http.path, http.parameters, day);
    };
    const auto index = search.index_state();
    if (!index) throw NoIndex("no index is loaded");
    if (client_has(http, tag_of(*index))) return not_modified(tag_of(*index));

    const SearchAnswer answer = search.search(request);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    Json json = search_answer_json(answer, request, took.count());
    choose_members(json, parameters.fields);
    HttpResponse response = json_response(json, parameters.pretty);
    add_etag(response, tag_of(answer.index));  // a new generation may have come meanwhile
    return response;
  };
}

}  // namespace backfile
