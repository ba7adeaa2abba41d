// Searches, and what is asked while a query is written.
#include "server/search/searcher.h"

#include <xapian.h>

#include "server/search/advice.h"
#include "server/search/clause_counts.h"
#include "server/search/explanation.h"
#include "server/search/facets.h"
#include "server/search/filters.h"
#include "server/search/highlighter.h"
#include "server/search/match_set.h"
#include "server/search/query_builder.h"
#include "server/search/query_print.h"
#include "server/search/reading.h"
#include "server/search/suggester.h"

namespace backfile {
namespace {

using Xapian::Query;

// Of the time: after that nothing more is looked for that may help.
constexpr double kAdviceShare = 0.5;

void advise(SearchAnswer& answer, const Advice& advice, const Deadline& deadline) {
  if (answer.partial) return;
  deadline.allow(kAdviceShare);
  const auto better = advice.did_you_mean(answer.total);
  if (better) answer.did_you_mean = better->query;
  if (answer.total == 0) answer.no_hits = advice.no_hits(better);
}

void explain(std::vector<Hit>& hits, const MatchSet& matches, const std::vector<BuiltNode>& nodes,
             const SearchHandle& handle) {
  for (std::size_t i = 0; i < hits.size(); ++i) {
    hits[i].explanation = explain_hit(hits[i], matches.page[i].docid, nodes, handle);
  }
}

}  // namespace

SearchAnswer Searcher::search(const SearchRequest& request) const {
  const ParsedQuery parsed = parsed_query(request);
  return with_handle(pool_, [&](const SearchHandle& handle) {
    const Deadline deadline(times_.query);
    BuiltQuery built = build_query(parsed.root, handle, deadline, request.in_boilerplate);
    const Query query = with_filters(built.query, request, handle.database);
    SearchAnswer answer;
    answer.parsed = print_query(parsed.root);
    answer.warnings = as_warnings(parsed.warnings, built.warnings);
    answer.index = state_of(*handle.generation);
    const bool by_date = !ranks_articles(parsed.root);
    ArticleSet all;
    const MatchSet matches =
        find_matches(query, request, by_date, request.facets.empty() ? nullptr : &all, handle, deadline);
    answer.facets = count_facets(built.query, request, all, handle, deadline);
    answer.total = matches.total;
    answer.stories = matches.stories;
    answer.partial = deadline.cut();
    advise(answer, Advice(request, parsed.root, handle, deadline), deadline);
    answer.hits = read_hits(matches.page, handle);
    if (request.explain) explain(answer.hits, matches, built.nodes, handle);
    Highlighter highlighter(std::move(built.clauses), request.in_boilerplate);
    for (Hit& hit : answer.hits) highlighter.highlight(hit, request.fragments);
    return answer;
  });
}

ParseAnswer Searcher::parse(const SearchRequest& request) const {
  const ParsedQuery parsed = parsed_query(request);
  return with_handle(pool_, [&](const SearchHandle& handle) {
    const Deadline deadline(times_.query);
    const BuiltQuery built = build_query(parsed.root, handle, deadline, request.in_boilerplate);
    ParseAnswer answer;
    answer.parsed = print_query(parsed.root);
    answer.warnings = as_warnings(parsed.warnings, built.warnings);
    answer.root = count_clauses(*built.tree, built.nodes, handle, deadline);
    answer.index = state_of(*handle.generation);
    return answer;
  });
}

SuggestAnswer Searcher::suggest(const std::string& typed, std::size_t most) const {
  return with_handle(pool_, [&](const SearchHandle& handle) {
    const Deadline deadline(times_.suggest);
    return SuggestAnswer{Suggester(handle, deadline).suggest(typed, most), state_of(*handle.generation)};
  });
}

std::optional<IndexState> Searcher::index_state() const {
  const auto generation = pool_.generation();
  if (!generation) return std::nullopt;
  return state_of(*generation);
}

std::optional<RunSummary> Searcher::last_run() const {
  const auto generation = pool_.generation();
  if (!generation) return std::nullopt;
  return generation->manifest().run;
}

}  // namespace backfile
