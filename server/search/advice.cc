#include "server/search/advice.h"

#include <algorithm>

#include "server/search/filters.h"
#include "server/search/match_set.h"
#include "server/search/query_builder.h"
#include "server/search/query_combine.h"
#include "server/search/query_print.h"
#include "server/search/query_variants.h"

namespace backfile {
namespace {

constexpr std::uint32_t kCommonArticles = 5;  // a word in more of them is meant as it stands
constexpr std::size_t kMostVariants = 6;
constexpr std::size_t kMostOffered = 3;  // of one kind
constexpr std::size_t kMostClauses = 16;

bool is_words(const QueryNode& node) {
  return node.kind == QueryKind::word || node.kind == QueryKind::phrase || node.kind == QueryKind::wildcard ||
         node.kind == QueryKind::fuzzy;
}

QueryNode without(const QueryNode& root, std::size_t child) {
  std::vector<QueryNode> rest = root.children;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(child));
  QueryNode less = all_of(std::move(rest));
  QueryWarnings none;
  complete_exclusions(less, none);
  return less;
}

}  // namespace

std::uint32_t Advice::count(const QueryNode& root, bool filtered) const {
  if (deadline_.cut()) return 0;
  const BuiltQuery built = build_query(root, handle_, deadline_, request_.in_boilerplate);
  return count_articles(filtered ? with_filters(built.query, request_, handle_.database) : built.query, handle_,
                        deadline_);
}

std::uint32_t Advice::count(const std::string& query) const {
  try {
    return count(parse_query(query, {.any_word = request_.any_word, .today = request_.today}).root);
  } catch (const InvalidQuery&) {
    return 0;  // a word more than a query may have
  }
}

std::optional<BetterQuery> Advice::did_you_mean(std::uint32_t total) const {
  std::optional<BetterQuery> best;
  for (const QueryVariant& variant : query_variants(request_.query, root_, handle_.generation->lexicon(),
                                                    handle_.stemmers, kCommonArticles, kMostVariants)) {
    const std::uint32_t found = count(variant.query);
    if (found > total && (!best || found > best->total)) best = {variant.query, found, variant.reason};
    if (best && best->reason == "spelling" && variant.reason != "spelling") break;
  }
  return best;
}

void Advice::add_one_clause_less(NoHits& advice) const {
  std::vector<BetterQuery> offers;
  std::vector<EmptyClause> needed;
  for (std::size_t i = 0; i < std::min(root_.children.size(), kMostClauses); ++i) {
    const QueryNode less = without(root_, i);
    const std::uint32_t found = count(less);
    if (found == 0) continue;
    offers.push_back({print_query(less), found, "one_clause_less"});
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
  for (const QueryNode& clause : root_.children) {
    if (is_words(clause)) words.push_back(clause);
  }
  if (words.size() < 2) return;
  const QueryNode any = any_of(std::move(words));
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
  if (several) {
    add_one_clause_less(advice);
    if (root_.children.size() > 2) add_any_word(advice);
  }
  if (has_filters(request_)) {
    if (const std::uint32_t found = count(root_, false)) {
      advice.instead.push_back({request_.query, found, "no_filters"});
    }
  }
  return advice;
}

}  // namespace backfile
