#include "server/http/search_resource.h"

#include <algorithm>
#include <chrono>
#include <random>

#include "server/http/answer_json.h"
#include "server/http/cursor.h"
#include "server/http/indexed_response.h"
#include "server/http/parameters.h"

namespace backfile {
namespace {

using Clock = std::chrono::steady_clock;

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

// Goes on where the cursor says. Throws InvalidRequest where it belongs to another request.
void go_on(const Cursor& cursor, std::uint64_t asked, SearchRequest& request) {
  if (cursor.request != asked) {
    throw InvalidRequest("cursor",
                         "'cursor' belongs to another search: give it the same parameters, or begin without.");
  }
  request.page = cursor.page;
  request.seed = cursor.seed;
}

void refuse_if_index_changed(const Cursor& cursor, const IndexState& index) {
  if (cursor.generation == cursor_digest(index.generation)) return;
  throw InvalidRequest("cursor", "The index has changed since this 'cursor' was given (it is now generation " +
                                     index.generation + "): begin without it.");
}

// Null where there is no next page.
Json next_cursor(const SearchAnswer& answer, const SearchRequest& request, std::uint64_t asked) {
  const std::uint64_t shown = std::uint64_t{request.page} * request.page_size;
  if (shown >= (request.collapse_stories ? answer.stories : answer.total)) return nullptr;
  return write_cursor({request.page + 1, request.seed, cursor_digest(answer.index.generation), asked});
}

IndexedAnswer answer_to(const SearchRequest& request, const SearchParameters& parameters, const HttpRequest& http,
                        const SearchFunctions& search, Clock::time_point began) {
  const std::uint64_t asked = cursor_digest(http, request);
  SearchRequest page = request;
  if (parameters.cursor) go_on(*parameters.cursor, asked, page);
  const SearchAnswer answer = search.search(page);
  if (parameters.cursor) refuse_if_index_changed(*parameters.cursor, answer.index);
  const std::chrono::duration<double, std::milli> took = Clock::now() - began;
  Json json = search_answer_json(answer, page, took.count());
  json["cursor"] = next_cursor(answer, page, asked);
  choose_members(json, parameters.fields);
  return {std::move(json), answer.index};
}

// A new sample each time it is asked for.
HttpResponse unseeded(const SearchParameters& parameters, const HttpRequest& http, const SearchFunctions& search,
                      Clock::time_point began) {
  SearchRequest request = parameters.request;
  request.seed = std::random_device{}();
  const IndexedAnswer answer = answer_to(request, parameters, http, search, began);
  HttpResponse response = json_response(answer.json, parameters.pretty);
  response.set_header("Cache-Control", "no-store");
  return response;
}

}  // namespace

Resource search_resource(SearchFunctions search, std::function<Day()> today) {
  return [=](const HttpRequest& http, const std::string&) {
    const auto began = Clock::now();
    const SearchParameters parameters = read_search_parameters(http.parameters, today());
    const SearchRequest& request = parameters.request;
    if (request.sort == Sort::random && !parameters.seed && !parameters.cursor) {
      return unseeded(parameters, http, search, began);
    }
    return *indexed_response(http, request, parameters.pretty, search,
                             [&] { return std::optional(answer_to(request, parameters, http, search, began)); });
  };
}

}  // namespace backfile
