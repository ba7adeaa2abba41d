// The searcher: requests to answers, on whatever generation is current. Safe for any number of threads.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "index/run_summary.h"
#include "server/search/answer.h"
#include "server/search/found_articles.h"
#include "server/search/request.h"

namespace backfile {

class DatabasePool;

// How long each kind of question may take.
struct SearchTimes {
  std::chrono::milliseconds query;            // matching that takes longer is cut: the answer is then partial
  std::chrono::milliseconds listing{30'000};  // finding every article
  std::chrono::milliseconds suggest{3};       // completions are looked for no longer
};

class Searcher {
 public:
  // `pool` outlives the searcher and what it found.
  Searcher(DatabasePool& pool, SearchTimes times) : pool_(pool), times_(times) {}

  // Throws InvalidRequest, NoIndex where no generation is loaded, IndexError where it cannot be read.
  SearchAnswer search(const SearchRequest& request) const;

  // How the query is understood, with the articles that each clause finds.
  ParseAnswer parse(const SearchRequest& request) const;

  // How many of what each query finds appeared when.
  TimelineAnswer timeline(const TimelineRequest& request) const;

  // What is typical of what is found, and the top stories of it. Throws InvalidRequest where it is to be compared with
  // what lies outside of from and to, and neither is given.
  TermsAnswer terms(const TermsRequest& request) const;

  // One article; with a query (as in a search) its matches are marked. Nothing where there is no such article.
  std::optional<ArticleAnswer> article(const std::string& id, const SearchRequest& request) const;

  // The articles of its story. Nothing where there is no such article.
  std::optional<CopiesAnswer> copies(const std::string& id) const;

  // Every article that the request finds, whatever its page. Where the time for listing is not enough the answer is
  // partial.
  FoundArticles find_all(const SearchRequest& request) const;

  // The articles with these ids, in this order.
  FoundArticles find_articles(const std::vector<std::string>& ids) const;
  // More like it, at most `most`: one article each of other stories. Nothing where there is no such article.
  std::optional<RelatedAnswer> related(const std::string& id, std::uint32_t most) const;

  // Completions of what is being typed, at most `most` (suggester.h).
  SuggestAnswer suggest(const std::string& typed, std::size_t most) const;

  // Nothing where no generation is loaded.
  std::optional<IndexState> index_state() const;
  // What made it.
  std::optional<RunSummary> last_run() const;

 private:
  DatabasePool& pool_;
  SearchTimes times_;
};

}  // namespace backfile
