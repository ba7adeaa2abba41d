#include "server/search/query_tree.h"

#include <algorithm>
#include <array>

namespace backfile {
namespace {

constexpr std::array<std::string_view, 14> kKindNames{"everything", "word",    "wildcard", "fuzzy",      "phrase",
                                                      "near",       "repeat",  "field",    "date_range", "undated",
                                                      "scope",      "exclude", "all",      "any"};

}  // namespace

QueryNode make_node(QueryKind kind, std::uint32_t at, std::uint32_t end) {
  QueryNode node;
  node.kind = kind;
  node.at = at;
  node.end = end;
  return node;
}

std::string_view kind_name(QueryKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

bool ranks_articles(const QueryNode& root) {
  switch (root.kind) {
    case QueryKind::everything:
    case QueryKind::date_range:
    case QueryKind::undated:
    case QueryKind::exclude:
      return false;
    case QueryKind::field:
      return field(root.field).slot == kNoSlot || root.field == FieldName::byline;
    case QueryKind::all:
    case QueryKind::any:
    case QueryKind::scope:
      return std::ranges::any_of(root.children, ranks_articles);
    default:
      return true;
  }
}

bool same_query(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.text == b.text && a.exact == b.exact && a.characters == b.characters &&
         a.bigrams == b.bigrams && a.number == b.number && a.ordered == b.ordered && a.field == b.field &&
         a.scope == b.scope && a.names == b.names && a.first == b.first && a.last == b.last &&
         std::ranges::equal(a.children, b.children, same_query);
}

}  // namespace backfile
