#include "server/http/terms_resource.h"

#include <chrono>

#include "server/http/answer_json.h"
#include "server/http/indexed_response.h"
#include "server/http/parameters.h"

namespace backfile {
namespace {

constexpr std::uint32_t kTopStories = 5;

}  // namespace

Resource terms_resource(SearchFunctions search, std::function<Day()> today) {
  return [=](const HttpRequest& http, const std::string&) {
    const auto began = std::chrono::steady_clock::now();
    const SearchParameters parameters = read_terms_parameters(http.parameters, today());
    TermsRequest request{parameters.request, parameters.against_rest, parameters.terms};
    request.search.page_size = kTopStories;
    return *indexed_response(http, request.search, parameters.pretty, search, [&] {
      const TermsAnswer answer = search.terms(request);
      const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
      return std::optional(IndexedAnswer{terms_answer_json(answer, request, took.count()), answer.index});
    });
  };
}

}  // namespace backfile
