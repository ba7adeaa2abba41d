#include "server/http/cite_resource.h"

#include "server/http/answer_json.h"
#include "server/http/citation.h"
#include "server/http/indexed_response.h"
#include "server/http/parameters.h"

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

// So that the address finds the same tomorrow.
void make_absolute(SearchRequest& request, const SearchFunctions& search) {
  SearchRequest on_another_day = request;
  --on_another_day.today.year;
  on_another_day.today.day = 1;
  request.query = absolute_query(search.parse(request).parsed, search.parse(on_another_day).parsed, request.today);
  request.any_word = false;  // as understood, operators are written out
  request.strict = false;    // and it was read already
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
      if (depends_on_today(request)) make_absolute(request, search);
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
    return article_response(
        http, id, [&] { return tagged_response(http, depended_on(http, day), SearchRequest{}, search, make); });
  };
}

}  // namespace backfile
