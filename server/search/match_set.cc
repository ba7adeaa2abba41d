#include "server/search/match_set.h"

#include <algorithm>
#include <utility>

#include "index/schema.h"
#include "server/search/live_articles.h"
#include "server/search/matching_articles.h"
#include "server/search/random_order.h"
#include "server/search/ranking.h"
#include "server/search/recency.h"

namespace backfile {
namespace {

using Xapian::Query;

// Of the time: what counting needs is left to it.
constexpr double kRankingShare = 0.6;

// Collapsing costs: only where there is anything to collapse.
bool has_copies(const SearchHandle& handle) {
  return handle.generation->manifest().stories < handle.generation->manifest().articles;
}

bool matches_all(const Query& query) { return query.get_type() == Query::LEAF_MATCH_ALL; }

Tally count(const Query& query, const SearchHandle& handle, const Deadline& deadline) {
  const Manifest& manifest = handle.generation->manifest();
  if (matches_all(query)) return {manifest.articles, manifest.stories};
  return tally(matching_articles(query, handle, deadline), *handle.columns);
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
    case Sort::random:
      break;
  }
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
}

// The documents [first, first + count) of the set in the request's random order.
std::vector<Xapian::docid> sample(const SearchRequest& request, const ArticleSet& all, const Columns& columns,
                                  std::uint64_t first, std::uint32_t count) {
  std::vector<Xapian::docid> docids;
  for (const std::uint32_t article : random_page(all, columns, request.seed, request.collapse_stories, first, count)) {
    docids.push_back(columns.docid_of(article));
  }
  return docids;
}

Xapian::Enquire ranked(const Query& query, const SearchRequest& request, bool by_date_unless_told,
                       const SearchHandle& handle, const Deadline& deadline) {
  Xapian::Enquire enquire(handle.database);
  enquire.set_weighting_scheme(weighting_scheme());
  const bool by_relevance = request.sort.value_or(Sort::relevance) == Sort::relevance;
  const bool recent = request.recency > 0 && by_relevance;
  const Query live = live_only(query, handle);
  enquire.set_query(
      deadline.limit(recent ? with_recency(live, request.recency, enquire, handle.database, deadline) : live));
  set_order(enquire, request, by_date_unless_told);
  if (request.collapse_stories && has_copies(handle)) enquire.set_collapse_key(kStorySlot);
  return enquire;
}

}  // namespace

MatchSet find_matches(const Query& query, const SearchRequest& request, bool by_date_unless_told, ArticleSet* all,
                      const SearchHandle& handle, const Deadline& deadline) {
  if (request.sort == Sort::random) {
    ArticleSet matching = matching_articles(query, handle, deadline);
    const Tally counts = tally(matching, *handle.columns);
    MatchSet matches{{}, counts.articles, counts.stories};
    const std::uint64_t first = std::uint64_t{request.page - 1} * request.page_size;
    for (const Xapian::docid docid : sample(request, matching, *handle.columns, first, request.page_size)) {
      matches.page.push_back({docid, 0});
    }
    if (all) *all = std::move(matching);
    return matches;
  }
  deadline.allow(kRankingShare);
  Xapian::Enquire enquire = ranked(query, request, by_date_unless_told, handle, deadline);
  const Xapian::doccount beyond = handle.database.get_doccount();
  const std::uint64_t first = std::min<std::uint64_t>(std::uint64_t{request.page - 1} * request.page_size, beyond);
  const Xapian::MSet found = enquire.get_mset(static_cast<Xapian::doccount>(first), request.page_size);

  MatchSet matches;
  for (auto match = found.begin(); match != found.end(); ++match) matches.page.push_back({*match, match.get_weight()});
  const auto seen = static_cast<std::uint32_t>(first + matches.page.size());
  const bool all_seen = !deadline.cut() && found.size() < request.page_size && first < beyond && !has_copies(handle) &&
                        (seen == 0 || found.size() > 0);
  deadline.allow(1);
  if (all) *all = matching_articles(query, handle, deadline);
  const Tally counts = all        ? tally(*all, *handle.columns)
                       : all_seen ? Tally{seen, seen}
                                  : count(query, handle, deadline);
  matches.total = std::max(counts.articles, seen);  // a count that was cut knows no less than what is shown
  matches.stories = std::max(counts.stories, request.collapse_stories ? seen : 0);
  return matches;
}

std::vector<Xapian::docid> find_all_matches(const Query& query, const SearchRequest& request, bool by_date_unless_told,
                                            const SearchHandle& handle, const Deadline& deadline) {
  if (request.sort == Sort::random) {
    const Columns& columns = *handle.columns;
    return sample(request, matching_articles(query, handle, deadline), columns, 0, columns.size);
  }
  Xapian::Enquire enquire = ranked(query, request, by_date_unless_told, handle, deadline);
  const Xapian::MSet found = enquire.get_mset(0, handle.database.get_doccount());
  return {found.begin(), found.end()};
}

std::uint32_t count_articles(const Query& query, const SearchHandle& handle, const Deadline& deadline) {
  if (query.empty()) return 0;
  return count(query, handle, deadline).articles;
}

}  // namespace backfile
