#include "server/search/query_print.h"

#include <algorithm>
#include <cstdio>

#include "index/character.h"
#include "server/search/query_text.h"
#include "server/search/query_words.h"

namespace backfile {
namespace {

std::string print_node(const QueryNode& node);

// Does the text, read again, give these words?
bool reads_as(const std::string& text, const std::vector<const QueryNode*>& words) {
  QueryWarnings none;
  const std::vector<QueryNode> again = read_words(QueryText(text), 0, text.size(), none);
  return std::ranges::equal(again, words, [](const QueryNode& one, const QueryNode* other) {
    return one.text == other->text && one.characters == other->characters;
  });
}

// Some folded words read otherwise than they were (½ is "1⁄2"): those stand as they were written, but in small letters,
// since words in capitals may be read as a pasted headline.
std::string print_letters(const QueryNode& node) {
  if (reads_as(node.text, {&node})) return node.text;
  std::string text = node.surface;
  for (char& c : text) c = ascii_small(c);
  return text;
}

std::string print_single_form(const QueryNode& node) {
  const std::string text = print_letters(node);
  if (node.kind == QueryKind::fuzzy) return text + "~" + std::to_string(node.number);
  return node.exact && !node.is_run() ? "=" + text : text;
}

std::string with_single_spaces(std::string_view text) {
  std::string spaced;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (!is_query_space(c.code)) {
      spaced += text.substr(at, c.end - at);
    } else if (!spaced.empty() && spaced.back() != ' ') {
      spaced += ' ';
    }
    at = c.end;
  }
  if (spaced.ends_with(' ')) spaced.pop_back();
  return spaced;
}

// As it was written, where that can stand between straight quotes and depends on nothing around it; else its words.
std::string print_phrase(const QueryNode& node) {
  std::vector<const QueryNode*> words;
  for (const QueryNode& child : node.children) words.push_back(&child);
  const std::string surface = with_single_spaces(node.surface);
  const bool quotes = surface.find('"') != std::string::npos || surface.find("\uFF02") != std::string::npos;
  if (!quotes && reads_as(surface, words)) return '"' + surface + '"';
  std::string text;
  for (const QueryNode* word : words) {
    text += (text.empty() ? "" : " ") + print_letters(*word);
  }
  return '"' + text + '"';
}

std::string print_day(const std::optional<Day>& day) {
  if (!day) return "";
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", day->year, day->month, day->day);
  return text;
}

// A whole year, month or day by its name alone.
std::string print_dates(const QueryNode& node) {
  const std::string first = print_day(node.first);
  const std::string last = print_day(node.last);
  if (node.first && node.last) {
    for (const Date& period : {make_date(node.first->year), make_date(node.first->year, node.first->month),
                               make_date(node.first->year, node.first->month, node.first->day)}) {
      if (period.first() == *node.first && period.last() == *node.last) return "date:" + period.iso;
    }
  }
  return "date:" + first + ".." + last;
}

bool needs_brackets(const QueryNode& node) {
  return node.kind == QueryKind::all || node.kind == QueryKind::any || node.kind == QueryKind::near ||
         node.kind == QueryKind::scope;
}

std::string print_operand(const QueryNode& node) {
  return needs_brackets(node) ? "(" + print_node(node) + ")" : print_node(node);
}

std::string print_children(const QueryNode& node, const std::string& joiner) {
  std::string text;
  for (const QueryNode& child : node.children) {
    if (child.kind == QueryKind::everything) continue;
    const bool bare = child.kind == QueryKind::near && node.kind != QueryKind::near;
    text += (text.empty() ? "" : joiner) + (bare ? print_node(child) : print_operand(child));
  }
  return text;
}

std::string print_node(const QueryNode& node) {
  switch (node.kind) {
    case QueryKind::everything:
      return "";
    case QueryKind::word:
    case QueryKind::wildcard:
    case QueryKind::fuzzy:
      return print_single_form(node);
    case QueryKind::phrase:
      return print_phrase(node);
    case QueryKind::near:
      return print_children(node, (node.ordered ? " ADJ/" : " NEAR/") + std::to_string(node.number) + " ");
    case QueryKind::repeat:
      return "repeat" + std::to_string(node.number) + ":" + print_operand(node.children.at(0));
    case QueryKind::field:
      return std::string(field(node.field).name) + ":" + print_operand(node.children.at(0));
    case QueryKind::date_range:
      return print_dates(node);
    case QueryKind::undated:
      return "is:undated";
    case QueryKind::scope: {
      const std::string content = print_node(node.children.at(0));
      const bool nested = node.children.at(0).kind == QueryKind::scope;
      return (node.scope == SearchScope::all ? "in:all" : "in:headline") + (content.empty() ? content
                                                                            : nested        ? " (" + content + ")"
                                                                                            : " " + content);
    }
    case QueryKind::exclude:
      return "-" + print_operand(node.children.at(0));
    case QueryKind::all:
      return print_children(node, " ");
    case QueryKind::any:
      return print_children(node, " OR ");
  }
  return "";
}

}  // namespace

std::string print_query(const QueryNode& root) { return print_node(root); }

}  // namespace backfile
