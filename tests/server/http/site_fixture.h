// A site over questions that a test answers itself.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "index/index_error.h"
#include "server/http/site.h"

namespace backfile {

inline const std::string kKnownId = "abcdefghijklmnop";
inline const std::string kUnknownId = "ponmlkjihgfedcba";

inline HttpRequest get(const std::string& path, std::vector<Parameter> parameters = {}) {
  HttpRequest request;
  request.id = "test-1";
  request.method = "GET";
  request.path = path;
  request.parameters = std::move(parameters);
  return request;
}

inline std::string header_of(const HttpResponse& response, const std::string& name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return "";
}

inline void add_articles(FoundArticles& found, std::vector<Article> articles) {
  found.total = static_cast<std::uint32_t>(articles.size());
  found.next = [articles = std::move(articles), at = std::size_t{0}]() mutable -> std::optional<Article> {
    if (at == articles.size()) return std::nullopt;
    return articles[at++];
  };
}

struct SiteFixture {
  std::optional<IndexState> index = IndexState{"00000007-20250303T101500Z", 120345, "2025-03-03T10:15:00Z"};
  std::function<SearchAnswer(const SearchRequest&)> on_search = [](const SearchRequest&) { return SearchAnswer{}; };
  std::function<FoundArticles(const SearchRequest&)> on_find = [](const SearchRequest&) {
    FoundArticles found;
    add_articles(found, {});
    return found;
  };
  std::vector<SearchRequest> searches;
  int articles_asked = 0;
  std::vector<RefusedGeneration> refused;
  Day today{2025, 3, 3};
  ServerState state;
  std::ostringstream log_lines;
  Log log{log_lines, {}};

  SearchFunctions functions() {
    return {[this](const SearchRequest& request) {
              searches.push_back(request);
              SearchAnswer answer = on_search(request);
              answer.index = *index;
              return answer;
            },
            [this](const SearchRequest& request) {
              ParseAnswer answer;
              answer.parsed = request.query;
              answer.root.kind = "word";
              answer.root.query = request.query;
              answer.root.end = request.query.size();
              answer.root.articles = 7;
              answer.root.forms = {request.query};
              answer.index = *index;
              return answer;
            },
            [this](const std::string& id, const SearchRequest& request) -> std::optional<ArticleAnswer> {
              ++articles_asked;
              if (id != kKnownId) return std::nullopt;
              ArticleAnswer answer;
              answer.article.id = id;
              answer.article.headline = "Rare earth exports";
              answer.article.url = "javascript:alert(1)";
              answer.article.body = {"Rare earth exports fell."};
              if (!request.query.empty()) answer.body_runs = {{{"Rare earth", true}, {" exports fell.", false}}};
              answer.index = *index;
              return answer;
            },
            [this](const std::string& id) -> std::optional<CopiesAnswer> {
              if (id != kKnownId) return std::nullopt;
              CopiesAnswer answer;
              answer.id = answer.story = answer.first = id;
              answer.copies.emplace_back().article.id = "aaaaaaaaaaaaaaaa";
              answer.copies.back().article.headline = "Rare earth exports";
              answer.index = *index;
              return answer;
            },
            [this] { return index; },
            [this]() -> std::optional<RunSummary> {
              if (!index) return std::nullopt;
              return RunSummary{3, 2, 120340, 1, 4, {{"empty", "There is nothing.", 4, {"wire/a.json"}}}};
            },
            [this](const TimelineRequest& request) {
              TimelineAnswer answer;
              for (const std::string& query : request.queries) {
                TimelineSeries& series = answer.series.emplace_back();
                series.query = series.parsed = query;
                series.total = 3;
                series.undated = 1;
                series.buckets = {{{2025, 3, 1}, {2025, 3, 31}, 2, 8}, {{2025, 4, 1}, {2025, 4, 30}, 0, 0}};
              }
              answer.index = *index;
              return answer;
            },
            [this](const TermsRequest& request) {
              TermsAnswer answer;
              answer.parsed = request.search.query;
              answer.terms = {{"Bayan Obo", true, 2, 3, 9.5}, {"quota", false, 2, 4, 7.25}};
              answer.index = *index;
              return answer;
            },
            [this](const SearchRequest& request) {
              searches.push_back(request);
              FoundArticles answer = on_find(request);
              answer.index = *index;
              return answer;
            },
            [this](const std::vector<std::string>& ids) {
              std::vector<Article> articles(ids.size());
              FoundArticles answer;
              for (std::size_t i = 0; i < ids.size(); ++i) {
                articles[i].id = ids[i];
                if (ids[i] != kKnownId && answer.unknown_id.empty()) answer.unknown_id = ids[i];
              }
              add_articles(answer, articles);
              answer.index = *index;
              return answer;
            },
            [this](const std::string& id, std::uint32_t most) -> std::optional<RelatedAnswer> {
              if (id != kKnownId) return std::nullopt;
              RelatedAnswer answer;
              answer.id = id;
              answer.total = 3;
              answer.hits.resize(std::min(most, answer.total));
              answer.index = *index;
              return answer;
            },
            [this](const std::string& typed, std::size_t most) {
              SuggestAnswer answer{{typed + "e", typed + "e earth"}, *index};
              answer.suggestions.resize(std::min(most, answer.suggestions.size()));
              return answer;
            }};
  }

  Site site() {
    StaticFiles files;
    files["index.html"] = {"text/html; charset=utf-8", "W/\"home\"", "<title>home</title>"};
    files["article.html"] = {"text/html; charset=utf-8", "W/\"article\"", "<title>article</title>"};
    files["css/theme.css"] = {"text/css; charset=utf-8", "W/\"theme\"", "body {}"};
    return Site({functions(), [this] { return refused; }, [this] { return today; }, files}, state, log);
  }
};

}  // namespace backfile
