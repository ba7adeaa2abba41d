#include "server/search/query_runs.h"

#include <algorithm>
#include <utility>

#include "server/search/query_combine.h"

namespace backfile {
namespace {

bool is_divisible(const QueryNode& node, const QueryText& text) {
  if (!node.is_run() || node.bigrams.size() < 2) return false;
  if (node.at == 0) return true;
  const CodePoint before = character_at(text.piece(node.at - 1, node.at), 0).code;
  return !is_quote(before) && operator_of(before) != '=';
}

// And not only for dates, labels and the absence of others?
bool asks_for_words(const QueryNode& node) {
  return node.kind != QueryKind::exclude && node.kind != QueryKind::date_range && node.kind != QueryKind::undated &&
         !(node.kind == QueryKind::field && !field(node.field).label.empty());
}

QueryNode pair_of(const QueryNode& run, std::size_t number, const QueryText& text) {
  const auto first = static_cast<std::uint32_t>(number);
  QueryNode pair =
      make_node(QueryKind::word, std::min(run.at + first, run.end - 1), std::min(run.at + first + 2, run.end));
  pair.exact = true;
  pair.surface = text.piece(pair.at, pair.end);
  pair.characters = {run.characters[number], run.characters[number + 1]};
  pair.bigrams = {run.bigrams[number]};
  pair.text = run.characters[number] + run.characters[number + 1];
  return pair;
}

QueryNode divided(QueryNode run, const QueryText& text) {
  std::vector<QueryNode> choices;
  for (std::size_t number = 0; number < run.bigrams.size(); ++number) choices.push_back(pair_of(run, number, text));
  choices.insert(choices.begin(), std::move(run));
  return any_of(std::move(choices));
}

}  // namespace

QueryNode with_pairs_of_runs(QueryNode root, const QueryText& text) {
  if (is_divisible(root, text)) return divided(std::move(root), text);
  if (root.kind == QueryKind::any) {
    for (QueryNode& child : root.children) child = with_pairs_of_runs(std::move(child), text);
    return any_of(std::move(root.children));
  }
  const bool one_part = root.kind == QueryKind::scope ||
                        (root.kind == QueryKind::all && std::ranges::count_if(root.children, asks_for_words) == 1);
  if (one_part || root.kind == QueryKind::all) {
    for (QueryNode& child : root.children) {
      const bool may = one_part ? asks_for_words(child) : child.kind == QueryKind::any;
      if (may) child = with_pairs_of_runs(std::move(child), text);
    }
  }
  return root;
}

}  // namespace backfile
