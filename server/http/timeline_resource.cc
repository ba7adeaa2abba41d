#include "server/http/timeline_resource.h"

#include <chrono>

#include "server/http/answer_json.h"
#include "server/http/indexed_response.h"
#include "server/http/parameters.h"

namespace backfile {
namespace {

// For the tag of the answer: all of its queries together may depend on the day.
SearchRequest with_all_queries(const TimelineRequest& request) {
  SearchRequest all = request.narrowed;
  for (const std::string& query : request.queries) all.query.append(query).append(" ");
  return all;
}

}  // namespace

Resource timeline_resource(SearchFunctions search, std::function<Day()> today) {
  return [=](const HttpRequest& http, const std::string&) {
    const auto began = std::chrono::steady_clock::now();
    const SearchParameters parameters = read_timeline_parameters(http.parameters, today());
    const TimelineRequest request{parameters.queries, parameters.request, parameters.interval};
    return *indexed_response(http, with_all_queries(request), parameters.pretty, search, [&] {
      const TimelineAnswer answer = search.timeline(request);
      const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
      return std::optional(IndexedAnswer{timeline_answer_json(answer, request, took.count()), answer.index});
    });
  };
}

}  // namespace backfile
