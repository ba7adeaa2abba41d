#include "server/search/clause_counts.h"

#include <algorithm>

#include "index/term.h"
#include "server/search/match_set.h"
#include "server/search/query_print.h"

namespace backfile {
namespace {

const BuiltNode* find_built(const std::vector<BuiltNode>& nodes, const QueryNode& node) {
  const auto found = std::ranges::find(nodes, &node, &BuiltNode::node);
  return found == nodes.end() ? nullptr : &*found;
}

bool has_number(QueryKind kind) {
  return kind == QueryKind::near || kind == QueryKind::fuzzy || kind == QueryKind::repeat;
}

bool stands_for_words(QueryKind kind) {
  return kind == QueryKind::word || kind == QueryKind::wildcard || kind == QueryKind::fuzzy;
}

}  // namespace

std::vector<std::string> words_of(const Xapian::Query& query) {
  std::vector<std::string> words;
  for (auto term = query.get_unique_terms_begin(); term != query.get_terms_end(); ++term) {
    std::string word = *term;
    if (!is_plain_term(word)) word.erase(0, word.find(':') + 1);
    if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
  }
  return words;
}

ParsedClause count_clauses(const QueryNode& root, const std::vector<BuiltNode>& nodes, const SearchHandle& handle,
                           const Deadline& deadline) {
  ParsedClause clause;
  clause.kind = kind_name(root.kind);
  clause.query = print_query(root);
  clause.at = root.at;
  clause.end = root.end;
  if (has_number(root.kind)) clause.number = root.number;
  const BuiltNode* built = find_built(nodes, root);
  if (built) {
    if (built->field) clause.field = field(*built->field).name;
    if (stands_for_words(root.kind) && !root.is_run()) clause.forms = words_of(built->query);
    const std::uint32_t articles = count_articles(built->query, handle, deadline);
    if (!deadline.cut()) clause.articles = articles;
  }
  if (!built || built->whole) return clause;
  for (const QueryNode& child : root.children) clause.children.push_back(count_clauses(child, nodes, handle, deadline));
  return clause;
}

}  // namespace backfile
