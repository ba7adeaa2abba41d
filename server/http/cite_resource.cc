#include "server/http/cite_resource.h"

#include "index/article_id.h"
#include "server/http/answer_json.h"
#include "server/http/citation.h"
#include "server/http/indexed_response.h"
#include "server/http/parameters.h"
#include "server/http/problem.h"

namespace backfile {
namespace {

Json citation_json(Citation citation) {
  return {{"text", std::move(citation.text)},
          {"bibtex", std::move(citation.bibtex)},
          {"address", std::move(citation.address)},
          {"date", std::move(citation.date)}};
}

// A citation depends on the day and on the name by which the server is asked, besides its parameters.
std::vector<Parameter> depended_on(const HttpRequest& http, Day today) {
  std::vector<Parameter> all = http.parameters;
  all.push_back({"today", make_date(today.year, today.month, today.day).iso});
  all.push_back({"origin", http.origin});
  return all;
}

}  // namespace

Resource cite_resource(SearchFunctions search, std::function<Day()> today) {
  return [=](const HttpRequest& http, const std::string&) {
    const Day day = today();
    SearchParameters parameters = read_search_parameters(http.parameters, day);
    SearchRequest& request = parameters.request;
    request.page = 1;
    request.page_size = 1;
    request.fragments = 0;
    request.explain = false;
    return *tagged_response(http, depended_on(http, day), request, search, [&] {
      const SearchAnswer answer = search.search(request);
      Json json = citation_json(cite_search(request, answer, http.origin, day));
      json["total"] = answer.total;
      json["stories"] = answer.stories;
      json["partial"] = answer.partial;
      json["index"] = index_state_json(answer.index);
      return std::optional(TaggedResponse{json_response(json, parameters.pretty), answer.index});
    });
  };
}

Resource cite_article_resource(SearchFunctions search, std::function<Day()> today) {
  return [=](const HttpRequest& http, const std::string& id) {
    const bool pretty = read_pretty(http.parameters);
    const Day day = today();
    const auto make = [&]() -> std::optional<TaggedResponse> {
      const auto answer = search.article(id, SearchRequest{});
      if (!answer) return std::nullopt;
      Json json{{"id", id}};
      json.update(citation_json(cite_article(answer->article, answer->index, http.origin, day)));
      json["index"] = index_state_json(answer->index);
      return TaggedResponse{json_response(json, pretty), answer->index};
    };
    const auto response =
        is_article_id(id) ? tagged_response(http, depended_on(http, day), SearchRequest{}, search, make) : std::nullopt;
    if (response) return *response;
    return problem_response({404, "There is no article with this id.", "", "", 0}, http.path);
  };
}

}  // namespace backfile
