// What is seen of all hits together: timelines and typical terms.
#include <xapian.h>

#include <set>

#include "server/search/filters.h"
#include "server/search/match_set.h"
#include "server/search/matching_articles.h"
#include "server/search/query_builder.h"
#include "server/search/query_print.h"
#include "server/search/reading.h"
#include "server/search/searcher.h"
#include "server/search/timeline.h"
#include "server/search/top_stories.h"
#include "server/search/typical_terms.h"
#include "server/search/where.h"

namespace backfile {
namespace {

using Xapian::Query;

ArticleSet matching_without_dates(const Query& query, SearchRequest request, const SearchHandle& handle,
                                  const Deadline& deadline) {
  request.from.reset();
  request.to.reset();
  return matching_articles(with_filters(query, request, handle.database), handle, deadline);
}

}  // namespace

TimelineAnswer Searcher::timeline(const TimelineRequest& request) const {
  const SearchRequest& narrowed = request.narrowed;
  std::vector<ParsedQuery> parsed;
  for (const std::string& query : request.queries) {
    parsed.push_back(parsed_query(narrowed, query));
  }
  return with_handle(pool_, [&](const SearchHandle& handle) {
    TimelineAnswer answer;
    answer.index = state_of(*handle.generation);
    std::vector<ArticleSet> sets;
    for (std::size_t i = 0; i < parsed.size(); ++i) {
      const Deadline deadline(times_.query / static_cast<int>(parsed.size() + 1));
      const BuiltQuery built = build_query(parsed[i].root, handle, deadline, narrowed.in_boilerplate);
      sets.push_back(matching_articles(with_filters(built.query, narrowed, handle.database), handle, deadline));
      TimelineSeries& series = answer.series.emplace_back();
      series.query = request.queries[i];
      series.parsed = print_query(parsed[i].root);
      series.warnings = as_warnings(parsed[i].warnings, built.warnings);
      series.partial = deadline.cut();
    }
    const Deadline deadline(times_.query / static_cast<int>(parsed.size() + 1));
    const ArticleSet all =
        matching_articles(with_filters(every_article(), narrowed, handle.database), handle, deadline);
    count_over_time(sets, all, request, *handle.columns, answer);
    return answer;
  });
}

TermsAnswer Searcher::terms(const TermsRequest& request) const {
  const SearchRequest& search = request.search;
  if (request.against_rest && !search.from && !search.to) {
    throw InvalidRequest("against",
                         "'against=rest' compares with what lies outside of 'from' and 'to': give one of them.");
  }
  const ParsedQuery parsed = parsed_query(search);
  return with_handle(pool_, [&](const SearchHandle& handle) {
    const Deadline deadline(times_.query);
    const BuiltQuery built = build_query(parsed.root, handle, deadline, search.in_boilerplate);
    const Query query = with_filters(built.query, search, handle.database);
    const bool empty_query = parsed.root.kind == QueryKind::everything;
    TermsAnswer answer;
    answer.parsed = print_query(parsed.root);
    answer.warnings = as_warnings(parsed.warnings, built.warnings);
    answer.index = state_of(*handle.generation);
    ArticleSet found;
    const MatchSet top = find_matches(query, search, empty_query, &found, handle, deadline);
    answer.total = top.total;
    answer.stories = top.stories;
    const ArticleSet all =
        request.against_rest ? matching_without_dates(built.query, search, handle, deadline) : handle.columns->live;
    const std::set<std::string> known(built.query.get_unique_terms_begin(), built.query.get_terms_end());
    TypicalTerms typical = typical_terms(found, all, known, request.size, handle, deadline);
    answer.terms = std::move(typical.terms);
    answer.sampled = typical.sampled;
    answer.partial = deadline.cut();
    answer.hits = read_hits(empty_query ? most_told(found, search.page_size, handle) : top.page, handle);
    show_plainly(answer.hits);
    return answer;
  });
}

}  // namespace backfile
