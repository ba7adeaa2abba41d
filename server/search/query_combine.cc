#include "server/search/query_combine.h"

#include <algorithm>
#include <utility>

namespace backfile {
namespace {

bool is_exclusion(const QueryNode& node) { return node.kind == QueryKind::exclude; }

// Exclusions that were joined before they met anything to exclude from.
bool excludes_only(const QueryNode& node) {
  return is_exclusion(node) || (node.kind == QueryKind::all && std::ranges::all_of(node.children, is_exclusion));
}

// Does it say which articles, and not which words?
bool restricts(const QueryNode& node) {
  return node.kind == QueryKind::date_range || node.kind == QueryKind::undated ||
         (node.kind == QueryKind::field && !field(node.field).label.empty());
}

QueryNode joined(QueryKind kind, std::vector<QueryNode> nodes) {
  QueryNode whole;
  whole.kind = kind;
  for (QueryNode& node : nodes) {
    if (node.kind == QueryKind::everything) continue;
    if (node.kind == kind) {
      std::ranges::move(node.children, std::back_inserter(whole.children));
    } else {
      whole.children.push_back(std::move(node));
    }
  }
  if (whole.children.empty()) return {};
  if (whole.children.size() == 1 && !is_exclusion(whole.children.front())) {
    QueryNode only = std::move(whole.children.front());
    return only;
  }
  whole.at = std::ranges::min(whole.children, {}, &QueryNode::at).at;
  whole.end = std::ranges::max(whole.children, {}, &QueryNode::end).end;
  return whole;
}

// An exclusion alone is an `all` of itself, since `exclude` stands nowhere else.
QueryNode below_all(QueryNode node) {
  if (!is_exclusion(node)) return node;
  std::vector<QueryNode> nodes;
  nodes.push_back(std::move(node));
  return joined(QueryKind::all, std::move(nodes));
}

}  // namespace

QueryNode all_of(std::vector<QueryNode> nodes) { return joined(QueryKind::all, std::move(nodes)); }

QueryNode any_of(std::vector<QueryNode> nodes) {
  for (QueryNode& node : nodes) node = below_all(std::move(node));
  return joined(QueryKind::any, std::move(nodes));
}

QueryNode any_of_side_by_side(Operands operands) {
  std::vector<QueryNode> required;
  std::vector<QueryNode> whole;
  std::vector<QueryNode> words;
  for (Operand& operand : operands) {
    std::vector<QueryNode>& part = operand.required                                         ? required
                                   : restricts(operand.node) || excludes_only(operand.node) ? whole
                                                                                            : words;
    part.push_back(std::move(operand.node));
  }
  if (!required.empty() && !words.empty()) words.insert(words.begin(), required.begin(), required.end());
  whole.insert(whole.begin(), required.begin(), required.end());
  if (!words.empty()) whole.insert(whole.begin() + static_cast<std::ptrdiff_t>(required.size()), any_of(words));
  return all_of(std::move(whole));
}

QueryNode excluded(QueryNode node, std::uint32_t at) {
  QueryNode exclusion = make_node(QueryKind::exclude, std::min(at, node.at), node.end);
  exclusion.children.push_back(below_all(std::move(node)));
  return exclusion;
}

bool is_single_form(const QueryNode& node) {
  return node.kind == QueryKind::wildcard || node.kind == QueryKind::fuzzy ||
         (node.kind == QueryKind::word && node.characters.size() <= 2);
}

bool may_stand_near(const QueryNode& node) {
  if (node.kind == QueryKind::any) return std::ranges::all_of(node.children, is_single_form);
  return is_single_form(node) || node.kind == QueryKind::word || node.kind == QueryKind::phrase;
}

void complete_exclusions(QueryNode& root, QueryWarnings& warnings) {
  for (QueryNode& child : root.children) complete_exclusions(child, warnings);
  if (root.kind != QueryKind::all || !excludes_only(root)) return;
  warnings.push_back({WarningCode::only_exclusions,
                      "Nothing is asked for beside what is excluded: every other article is found.", root.at});
  root.children.insert(root.children.begin(), make_node(QueryKind::everything, root.at, root.at));
}

}  // namespace backfile
