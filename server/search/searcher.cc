#include "server/search/searcher.h"

#include <xapian.h>

#include <algorithm>
#include <set>
#include <span>

#include "index/index_error.h"
#include "index/stored_fields.h"
#include "index/term.h"
#include "server/search/advice.h"
#include "server/search/clause_counts.h"
#include "server/search/copies.h"
#include "server/search/database_pool.h"
#include "server/search/explanation.h"
#include "server/search/facets.h"
#include "server/search/filters.h"
#include "server/search/highlighter.h"
#include "server/search/match_set.h"
#include "server/search/matching_articles.h"
#include "server/search/query_builder.h"
#include "server/search/query_parser.h"
#include "server/search/query_print.h"
#include "server/search/related.h"
#include "server/search/suggester.h"
#include "server/search/timeline.h"
#include "server/search/top_stories.h"
#include "server/search/typical_terms.h"

namespace backfile {
namespace {

using Xapian::Query;

// Of the time: after that nothing more is looked for that may help.
constexpr double kAdviceShare = 0.5;

IndexState state_of(const Generation& generation) {
  const Manifest& manifest = generation.manifest();
  return {manifest.generation, manifest.articles, manifest.built_at};
}

// Runs `work` on a leased handle; what Xapian throws leaves as IndexError, and the handle is not used again.
template <typename Work>
auto with_handle(DatabasePool& pool, Work work) {
  DatabasePool::Lease lease = pool.lease();
  try {
    return work(*lease);
  } catch (const Xapian::Error& error) {
    lease.discard();
    throw IndexError("searching failed: " + error.get_description());
  }
}

ParsedQuery parsed_query(const SearchRequest& request, const std::string& query) {
  try {
    return parse_query(query, {.any_word = request.any_word, .today = request.today});
  } catch (const InvalidQuery& error) {
    throw InvalidRequest("q", error.what(), error.limit);
  }
}

ParsedQuery parsed_query(const SearchRequest& request) { return parsed_query(request, request.query); }

void refuse_if_strict(const SearchRequest& request, const QueryWarnings& warnings) {
  if (!request.strict) return;
  for (const QueryWarning& warning : warnings) {
    if (strict_refuses(warning.code)) throw InvalidRequest("q", warning.message);
  }
}

std::vector<Warning> as_warnings(const QueryWarnings& parsed, const QueryWarnings& built) {
  std::vector<Warning> warnings;
  for (const QueryWarnings* some : {&parsed, &built}) {
    for (const QueryWarning& warning : *some) {
      warnings.push_back({std::string(warning_name(warning.code)), warning.message, warning.at});
    }
  }
  return warnings;
}

std::vector<Hit> read_hits(std::span<const RankedMatch> page, const SearchHandle& handle) {
  std::vector<Hit> hits;
  for (const RankedMatch& match : page) {
    Hit hit;
    hit.article = decode_article(handle.database.get_document(match.docid).get_data());
    hit.score = match.score;
    hits.push_back(std::move(hit));
  }
  return hits;
}

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

ArticleSet matching_without_dates(const Query& query, SearchRequest request, const SearchHandle& handle,
                                  const Deadline& deadline) {
  request.from.reset();
  request.to.reset();
  return matching_articles(with_filters(query, request, handle.database), handle, deadline);
}

std::optional<Article> find_article(const SearchHandle& handle, const std::string& id) {
  const std::string term = id_term(id);
  for (auto posting = handle.database.postlist_begin(term); posting != handle.database.postlist_end(term); ++posting) {
    if (handle.generation->is_withdrawn(*posting)) continue;
    return decode_article(handle.database.get_document(*posting).get_data());
  }
  return std::nullopt;
}

}  // namespace

SearchAnswer Searcher::search(const SearchRequest& request) const {
  const ParsedQuery parsed = parsed_query(request);
  refuse_if_strict(request, parsed.warnings);
  return with_handle(pool_, [&](const SearchHandle& handle) {
    const Deadline deadline(time_);
    BuiltQuery built = build_query(parsed.root, handle, deadline, request.in_boilerplate);
    const Query query = with_filters(built.query, request, handle.database);
    SearchAnswer answer;
    answer.parsed = print_query(parsed.root);
    answer.warnings = as_warnings(parsed.warnings, built.warnings);
    answer.index = state_of(*handle.generation);
    const bool empty_query = parsed.root.kind == QueryKind::everything;
    ArticleSet all;
    const MatchSet matches =
        find_matches(query, request, empty_query, request.facets.empty() ? nullptr : &all, handle, deadline);
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
  refuse_if_strict(request, parsed.warnings);
  return with_handle(pool_, [&](const SearchHandle& handle) {
    const Deadline deadline(time_);
    const BuiltQuery built = build_query(parsed.root, handle, deadline, request.in_boilerplate);
    ParseAnswer answer;
    answer.parsed = print_query(parsed.root);
    answer.warnings = as_warnings(parsed.warnings, built.warnings);
    answer.root = count_clauses(*built.tree, built.nodes, handle, deadline);
    answer.index = state_of(*handle.generation);
    return answer;
  });
}

TimelineAnswer Searcher::timeline(const TimelineRequest& request) const {
  const SearchRequest& narrowed = request.narrowed;
  std::vector<ParsedQuery> parsed;
  for (const std::string& query : request.queries) {
    parsed.push_back(parsed_query(narrowed, query));
    refuse_if_strict(narrowed, parsed.back().warnings);
  }
  return with_handle(pool_, [&](const SearchHandle& handle) {
    TimelineAnswer answer;
    answer.index = state_of(*handle.generation);
    std::vector<ArticleSet> sets;
    for (std::size_t i = 0; i < parsed.size(); ++i) {
      const Deadline deadline(time_ / static_cast<int>(parsed.size() + 1));
      const BuiltQuery built = build_query(parsed[i].root, handle, deadline, narrowed.in_boilerplate);
      sets.push_back(matching_articles(with_filters(built.query, narrowed, handle.database), handle, deadline));
      TimelineSeries& series = answer.series.emplace_back();
      series.query = request.queries[i];
      series.parsed = print_query(parsed[i].root);
      series.warnings = as_warnings(parsed[i].warnings, built.warnings);
      series.partial = deadline.cut();
    }
    const Deadline deadline(time_ / static_cast<int>(parsed.size() + 1));
    const ArticleSet all =
        matching_articles(with_filters(Query::MatchAll, narrowed, handle.database), handle, deadline);
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
  refuse_if_strict(search, parsed.warnings);
  return with_handle(pool_, [&](const SearchHandle& handle) {
    const Deadline deadline(time_);
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
    Highlighter plain({}, false);
    for (Hit& hit : answer.hits) plain.highlight(hit, 0);
    return answer;
  });
}

std::optional<ArticleAnswer> Searcher::article(const std::string& id, const SearchRequest& request) const {
  const ParsedQuery parsed = parsed_query(request);
  return with_handle(pool_, [&](const SearchHandle& handle) -> std::optional<ArticleAnswer> {
    std::optional<Article> article = find_article(handle, id);
    if (!article) return std::nullopt;
    ArticleAnswer answer;
    answer.article = std::move(*article);
    answer.index = state_of(*handle.generation);
    if (parsed.root.kind == QueryKind::everything) return answer;
    Highlighter(build_query(parsed.root, handle, Deadline(time_), true).clauses, true).highlight(answer);
    return answer;
  });
}

std::optional<CopiesAnswer> Searcher::copies(const std::string& id) const {
  return with_handle(pool_, [&](const SearchHandle& handle) -> std::optional<CopiesAnswer> {
    const std::optional<Article> article = find_article(handle, id);
    if (!article) return std::nullopt;
    CopiesAnswer answer;
    answer.id = id;
    answer.story = article->story;
    answer.index = state_of(*handle.generation);
    for (Article& one : articles_of_story(*article, handle)) {
      if (answer.first.empty() && one.published.known()) answer.first = one.id;
      if (one.id != id) answer.copies.emplace_back().article = std::move(one);
    }
    Highlighter plain({}, false);
    for (Hit& hit : answer.copies) plain.highlight(hit, 0);
    return answer;
  });
}

std::optional<RelatedAnswer> Searcher::related(const std::string& id, std::uint32_t most) const {
  return with_handle(pool_, [&](const SearchHandle& handle) -> std::optional<RelatedAnswer> {
    const std::optional<Article> article = find_article(handle, id);
    if (!article) return std::nullopt;
    const Deadline deadline(time_);
    const std::vector<RankedMatch> found = related_articles(*article, handle, deadline);
    RelatedAnswer answer;
    answer.id = id;
    answer.partial = deadline.cut();
    answer.total = static_cast<std::uint32_t>(found.size());
    answer.index = state_of(*handle.generation);
    answer.hits = read_hits(std::span(found).first(std::min<std::size_t>(found.size(), most)), handle);
    Highlighter plain({}, false);
    for (Hit& hit : answer.hits) plain.highlight(hit, 0);
    return answer;
  });
}

SuggestAnswer Searcher::suggest(const std::string& typed, std::size_t most) const {
  return with_handle(pool_, [&](const SearchHandle& handle) {
    const Deadline deadline(suggest_time_);
    return SuggestAnswer{Suggester(handle, deadline).suggest(typed, most), state_of(*handle.generation)};
  });
}

std::optional<IndexState> Searcher::index_state() const {
  const auto generation = pool_.generation();
  if (!generation) return std::nullopt;
  return state_of(*generation);
}

}  // namespace backfile
