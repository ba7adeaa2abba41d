#include "tests/server/search/query_shown.h"

#include <doctest/doctest.h>

#include "server/search/query_print.h"

namespace backfile {
namespace {

std::string shown_children(const QueryNode& node) {
  std::string text;
  for (const QueryNode& child : node.children) text += (text.empty() ? "" : " ") + shown(child);
  return "(" + text + ")";
}

std::string shown_day(const std::optional<Day>& day) {
  return day ? make_date(day->year, day->month, day->day).iso : "*";
}

}  // namespace

std::string shown(const QueryNode& node) {
  const std::string number = std::to_string(node.number);
  switch (node.kind) {
    case QueryKind::everything:
      return "everything";
    case QueryKind::word:
      return (node.is_run() ? "run:" : node.exact ? "=" : "") + node.text;
    case QueryKind::wildcard:
      return "wild:" + node.text;
    case QueryKind::fuzzy:
      return "fuzzy" + number + ":" + node.text;
    case QueryKind::near:
      return (node.ordered ? "adj" : "near") + number + shown_children(node);
    case QueryKind::repeat:
      return "repeat" + number + shown_children(node);
    case QueryKind::field:
      return std::string(field(node.field).name) + shown_children(node);
    case QueryKind::date_range:
      return "dates[" + shown_day(node.first) + " " + shown_day(node.last) + "]";
    case QueryKind::undated:
      return "undated";
    case QueryKind::scope:
      return (node.scope == SearchScope::all ? "in-all" : "in-headline") + shown_children(node);
    case QueryKind::exclude:
      return "not" + shown_children(node);
    default:
      return std::string(node.names ? "names" : kind_name(node.kind)) + shown_children(node);
  }
}

std::string shown_warnings(const QueryWarnings& warnings) {
  std::string text;
  for (const QueryWarning& warning : warnings) {
    text += (text.empty() ? "" : " ") + std::string(warning_name(warning.code)) + "@" + std::to_string(warning.at);
  }
  return text;
}

ParsedQuery parsed_query(std::string_view text, bool any_word) {
  return parse_query(text, {.any_word = any_word, .today = {2025, 3, 15}});
}

void check_table(const std::vector<QueryCase>& table, bool any_word) {
  for (const QueryCase& row : table) {
    CAPTURE(row.query);
    const ParsedQuery parsed = parsed_query(row.query, any_word);
    CHECK(shown(parsed.root) == row.tree);
    CHECK(shown_warnings(parsed.warnings) == row.warnings);
    const std::string printed = print_query(parsed.root);
    CAPTURE(printed);
    CHECK(same_query(parsed_query(printed).root, parsed.root));
  }
}

}  // namespace backfile
