// What the resources ask of the search: its questions, as functions. So server/http knows the two plain structs,
// SearchRequest and SearchAnswer, and nothing of how they are answered (server/search/searcher.h, whose contract
// holds).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "index/run_summary.h"
#include "server/search/answer.h"
#include "server/search/found_articles.h"
#include "server/search/request.h"

namespace backfile {

// All are called by many threads at once.
struct SearchFunctions {
  std::function<SearchAnswer(const SearchRequest&)> search;
  std::function<ParseAnswer(const SearchRequest&)> parse;
  std::function<std::optional<ArticleAnswer>(const std::string& id, const SearchRequest&)> article;
  std::function<std::optional<CopiesAnswer>(const std::string& id)> copies;
  std::function<std::optional<IndexState>()> index_state;
  std::function<std::optional<RunSummary>()> last_run;
  std::function<TimelineAnswer(const TimelineRequest&)> timeline;
  std::function<TermsAnswer(const TermsRequest&)> terms;
  std::function<FoundArticles(const SearchRequest&)> find_all;
  std::function<FoundArticles(const std::vector<std::string>& ids)> find_articles;
  std::function<std::optional<RelatedAnswer>(const std::string& id, std::uint32_t most)> related;
  std::function<SuggestAnswer(const std::string& typed, std::size_t most)> suggest;
};

}  // namespace backfile
