#include "server/search/searcher.h"

#include <xapian.h>

#include <algorithm>

#include "index/fold.h"
#include "index/index_error.h"
#include "index/stored_fields.h"
#include "index/term.h"
#include "server/search/database_pool.h"
#include "server/search/date_terms.h"
#include "server/search/highlighter.h"
#include "server/search/query_builder.h"
#include "server/search/query_parser.h"
#include "server/search/query_print.h"

namespace backfile {
namespace {

using Xapian::Query;

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

ParsedQuery parse(const SearchRequest& request) {
  try {
    return parse_query(request.query, {.any_word = request.any_word, .today = request.today});
  } catch (const InvalidQuery& error) {
    throw InvalidRequest("q", error.what(), error.limit);
  }
}

void refuse_if_strict(const SearchRequest& request, const QueryWarnings& warnings) {
  if (!request.strict) return;
  for (const QueryWarning& warning : warnings) {
    if (strict_refuses(warning.code)) throw InvalidRequest("q", warning.message);
  }
}

Query label_query(const Field& row, const std::vector<std::string>& values) {
  std::vector<std::string> terms;
  for (const std::string& value : values) terms.push_back(prefixed_term(row.label, fold_label(value)));
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

// The parameters that narrow the search, without weight.
Query with_filters(Query query, const SearchRequest& request, const SearchHandle& handle) {
  for (const auto& [name, filter] : request.filters) {
    const Field& row = field(name);
    if (!filter.include.empty()) query = Query(Query::OP_FILTER, query, label_query(row, filter.include));
    if (!filter.exclude.empty()) query = Query(Query::OP_AND_NOT, query, label_query(row, filter.exclude));
  }
  if (request.from || request.to) {
    QueryNode range;
    range.kind = QueryKind::date_range;
    if (request.from) range.first = request.from->first();
    if (request.to) range.last = request.to->last();
    query = Query(Query::OP_FILTER, query, build_query(range, handle, false).query);
  }
  return query;
}

// Exact numbers of articles and stories, counted apart from ranking and without weights, which is several times
// cheaper than in one pass.
std::uint32_t count_matches(const Query& query, const SearchHandle& handle, bool stories) {
  Xapian::Enquire enquire(handle.database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  if (stories) enquire.set_collapse_key(kStorySlot);
  return enquire.get_mset(0, 0, handle.database.get_doccount()).get_matches_estimated();
}

void set_order(Xapian::Enquire& enquire, const SearchRequest& request, bool by_date_unless_told) {
  switch (request.sort.value_or(by_date_unless_told ? Sort::newest : Sort::relevance)) {
    case Sort::newest:
      enquire.set_sort_by_value_then_relevance(kNewestSlot, true);
      break;
    case Sort::oldest:
      enquire.set_sort_by_value_then_relevance(kOldestSlot, true);
      break;
    case Sort::relevance:
      break;
  }
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);  // hits of one rank stay in one order: pages do not overlap
}

Xapian::MSet page_of(const Query& query, const SearchRequest& request, const SearchHandle& handle, bool empty_query) {
  Xapian::Enquire enquire(handle.database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25PlusWeight());
  set_order(enquire, request, empty_query);
  if (request.collapse_stories && handle.generation->manifest().stories < handle.generation->manifest().articles) {
    enquire.set_collapse_key(kStorySlot);
  }
  const std::uint64_t first = std::uint64_t{request.page - 1} * request.page_size;
  const std::uint64_t beyond = handle.database.get_doccount();
  return enquire.get_mset(static_cast<Xapian::doccount>(std::min(first, beyond)), request.page_size);
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

std::optional<Article> find_article(const SearchHandle& handle, const std::string& id) {
  const std::string term = id_term(id);
  const auto posting = handle.database.postlist_begin(term);
  if (posting == handle.database.postlist_end(term)) return std::nullopt;
  return decode_article(handle.database.get_document(*posting).get_data());
}

}  // namespace

SearchAnswer Searcher::search(const SearchRequest& request) const {
  const ParsedQuery parsed = parse(request);
  refuse_if_strict(request, parsed.warnings);
  return with_handle(pool_, [&](const SearchHandle& handle) {
    BuiltQuery built = build_query(parsed.root, handle, request.in_boilerplate);
    const Query query = with_filters(built.query, request, handle);
    SearchAnswer answer;
    answer.parsed = print_query(parsed.root);
    answer.warnings = as_warnings(parsed.warnings, built.warnings);
    answer.index = state_of(*handle.generation);
    answer.total = count_matches(query, handle, false);
    const bool has_copies = handle.generation->manifest().stories < handle.generation->manifest().articles;
    answer.stories = has_copies ? count_matches(query, handle, true) : answer.total;
    Highlighter highlighter(std::move(built.clauses), request.in_boilerplate);
    const Xapian::MSet page = page_of(query, request, handle, parsed.root.kind == QueryKind::everything);
    for (auto match = page.begin(); match != page.end(); ++match) {
      Hit hit;
      hit.article = decode_article(match.get_document().get_data());
      hit.score = match.get_weight();
      highlighter.highlight(hit, request.fragments);
      answer.hits.push_back(std::move(hit));
    }
    return answer;
  });
}

std::optional<ArticleAnswer> Searcher::article(const std::string& id, const SearchRequest& request) const {
  const ParsedQuery parsed = parse(request);
  return with_handle(pool_, [&](const SearchHandle& handle) -> std::optional<ArticleAnswer> {
    std::optional<Article> article = find_article(handle, id);
    if (!article) return std::nullopt;
    ArticleAnswer answer;
    answer.article = std::move(*article);
    answer.index = state_of(*handle.generation);
    if (parsed.root.kind == QueryKind::everything) return answer;
    Highlighter(build_query(parsed.root, handle, true).clauses, true).highlight(answer);
    return answer;
  });
}

std::optional<IndexState> Searcher::index_state() const {
  const auto generation = pool_.generation();
  if (!generation) return std::nullopt;
  return state_of(*generation);
}

}  // namespace backfile
