#include "server/search/advice.h"

#include <algorithm>

#include "server/search/filters.h"
#include "server/search/match_set.h"
#include "server/search/query_builder.h"
#include "server/search/query_combine.h"
#include "server/search/query_print.h"
#include "server/search/query_runs.h"
#include "server/search/query_variants.h"

namespace backfile {
namespace {

// A word in more articles than these, or than this share of all, is meant as it stands.
constexpr std::uint32_t kCommonArticles = 5;
constexpr std::uint32_t kCommonShare = 1500;
// Where there are hits, another query has to have so many times more to be offered.
constexpr std::uint32_t kTimesMore = 20;
constexpr std::size_t kMostVariants = 6;
constexpr std::size_t kMostOffered = 3;  // of one kind
constexpr std::size_t kMostClauses = 16;

bool is_words(const QueryNode& node) {
  return node.kind == QueryKind::word || node.kind == QueryKind::phrase || node.kind == QueryKind::wildcard ||
         node.kind == QueryKind::fuzzy;
}

// Nothing where only exclusions are left: nobody means everything else.
std::optional<QueryNode> without(const QueryNode& root, std::size_t child) {
  std::vector<QueryNode> rest = root.children;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(child));
  const auto asks = [](const QueryNode& node) {
    return node.kind != QueryKind::exclude && node.kind != QueryKind::everything;
  };
  if (std::ranges::none_of(rest, asks)) return std::nullopt;
  return all_of(std::move(rest));
}

}  // namespace

std::uint32_t Advice::count(const QueryNode& root, bool filtered) const {
  if (deadline_.cut()) return 0;
  const BuiltQuery built = build_query(root, handle_, deadline_, request_.in_boilerplate);
  const std::uint32_t found = count_articles(
      filtered ? with_filters(built.query, request_, handle_.database) : built.query, handle_, deadline_);
  return deadline_.cut() ? 0 : found;
}

std::uint32_t Advice::count(const std::string& query) const {
  try {
    return count(parse_query(query, {.any_word = request_.any_word, .today = request_.today}).root);
  } catch (const InvalidQuery&) {
    return 0;  // a word more than a query may have
  }
}

std::optional<BetterQuery> Advice::did_you_mean(std::uint32_t total) const {
  const std::uint32_t common = kCommonArticles + handle_.database.get_doccount() / kCommonShare;
  std::optional<BetterQuery> best;
  for (const QueryVariant& variant :
       query_variants(request_.query, root_, handle_.generation->lexicon(), handle_.stemmers, common, kMostVariants)) {
    const std::uint32_t found = count(variant.query);
    if (found > total * kTimesMore && (!best || found > best->total)) best = {variant.query, found, variant.reason};
    if (best && best->reason == "spelling" && variant.reason != "spelling") break;
  }
  return best;
}

void Advice::add_one_clause_less(NoHits& advice) const {
  std::vector<BetterQuery> offers;
  std::vector<EmptyClause> needed;
  for (std::size_t i = 0; i < std::min(root_.children.size(), kMostClauses); ++i) {
    const auto less = without(root_, i);
    const std::uint32_t found = less ? count(*less) : 0;
    if (found == 0) continue;
    offers.push_back({print_query(*less), found, "one_clause_less"});
    const QueryNode& clause = root_.children[i];
    const QueryNode& counted = clause.kind == QueryKind::exclude ? clause.children.front() : clause;
    needed.push_back({print_query(clause), clause.at, clause.end, count(counted)});
  }
  if (advice.emptied_by.empty()) advice.emptied_by = std::move(needed);
  std::ranges::stable_sort(offers, std::greater<>{}, &BetterQuery::total);
  if (offers.size() > kMostOffered) offers.resize(kMostOffered);
  std::ranges::move(offers, std::back_inserter(advice.instead));
}

void Advice::add_any_word(NoHits& advice) const {
  std::vector<QueryNode> words;
  if (is_words(root_)) words.push_back(root_);
  for (const QueryNode& clause : root_.children) {
    if (root_.kind == QueryKind::all && is_words(clause)) words.push_back(clause);
  }
  const QueryNode any = with_pairs_of_runs(any_of(std::move(words)), QueryText(request_.query));
  if (any.kind != QueryKind::any) return;
  if (const std::uint32_t found = count(any)) advice.instead.push_back({print_query(any), found, "any_word"});
}

NoHits Advice::no_hits(const std::optional<BetterQuery>& spelling) const {
  NoHits advice;
  if (spelling) advice.instead.push_back(*spelling);
  const bool several = root_.kind == QueryKind::all;
  for (std::size_t i = 0; several && i < std::min(root_.children.size(), kMostClauses); ++i) {
    const QueryNode& clause = root_.children[i];
    if (clause.kind == QueryKind::exclude || clause.kind == QueryKind::everything) continue;
    if (count(clause, false) == 0 && !deadline_.cut()) {
      advice.emptied_by.push_back({print_query(clause), clause.at, clause.end, 0});
    }
  }
  if (!several && root_.kind != QueryKind::everything && count(root_, false) == 0) {
    advice.emptied_by.push_back({print_query(root_), root_.at, root_.end, 0});
  }
  if (several) add_one_clause_less(advice);
  if (!several || root_.children.size() > 2) add_any_word(advice);
  if (has_filters(request_)) {
    if (const std::uint32_t found = count(root_, false)) {
      advice.instead.push_back({request_.query, found, "no_filters"});
    }
  }
  return advice;
}

}  // namespace backfile
