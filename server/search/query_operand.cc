#include <algorithm>
#include <utility>

#include "server/search/query_grammar.h"
#include "server/search/query_words.h"

namespace backfile {
namespace {

constexpr std::uint32_t kFewestTimes = 2;
constexpr std::uint32_t kMostTimes = 10;

// A name with a colon, which may stand apart from what it is about.
bool is_name(const Lexeme& lexeme) {
  return lexeme.kind == LexemeKind::field || lexeme.kind == LexemeKind::near_of ||
         lexeme.kind == LexemeKind::repeat_of || lexeme.kind == LexemeKind::unknown_field;
}

std::string field_names() {
  std::string names;
  for (const Field& row : kFields) {
    names += names.empty() ? "" : &row == &kFields.back() ? " and " : ", ";
    names += row.name;
  }
  return names;
}

}  // namespace

std::optional<Operand> Grammar::read_operand() {
  const Prefixes prefixes = read_prefixes();
  std::optional<QueryNode> node;
  if (operand_follows(prefixes)) {
    const bool within = std::exchange(in_field_, in_field_ || prefixes.field);
    if (within && prefixes.field) {
      warn_out_of_place(*prefixes.field,
                        piece(*prefixes.field) + " stands inside another field: it alone counts there.");
    }
    node = read_primary();
    in_field_ = within;
  } else {
    warn_without_operand(prefixes);
  }
  const bool required = prefixes.required && !prefixes.minus;
  if (node && node->kind != QueryKind::everything) {
    return Operand{with_prefixes(std::move(*node), prefixes), required};
  }
  if (prefixes.unknown_field) {
    Prefixes name_alone{.unknown_field = prefixes.unknown_field};
    if (prefixes.minus && prefixes.minus < prefixes.unknown_field) name_alone.minus = prefixes.minus;
    return Operand{with_prefixes({}, name_alone), required};
  }
  if (!node) return std::nullopt;
  if (prefixes.first) {
    warn_out_of_place(*prefixes.first, piece(*prefixes.first) + " cannot stand before in: and is left out.");
  }
  return Operand{std::move(*node)};
}

Grammar::Prefixes Grammar::read_prefixes() {
  Prefixes prefixes;
  while (prefix_goes_on(prefixes)) take_prefix(prefixes);
  return prefixes;
}

bool Grammar::prefix_goes_on(const Prefixes& prefixes) const {
  if (at({LexemeKind::unknown_field}) && prefixes.unknown_field) return false;
  const bool separable = at({LexemeKind::exact, LexemeKind::near_of, LexemeKind::repeat_of, LexemeKind::unknown_field});
  if (!separable && !at({LexemeKind::minus, LexemeKind::plus, LexemeKind::field})) return false;
  return !prefixes.last || lexemes_[next_].glued || (separable && is_name(*prefixes.last));
}

void Grammar::take_prefix(Prefixes& prefixes) {
  const Lexeme& lexeme = take();
  if (!prefixes.first) prefixes.first = &lexeme;
  prefixes.last = &lexeme;
  const Lexeme** place = nullptr;
  switch (lexeme.kind) {
    case LexemeKind::minus:
      if (prefixes.minus) warn_out_of_place(lexeme, "Exclusions of an exclusion are read as one.");
      if (!prefixes.minus) prefixes.minus = &lexeme;
      return;
    case LexemeKind::exact:
      prefixes.exact = &lexeme;
      return;
    case LexemeKind::plus:
      prefixes.required = true;
      return;
    case LexemeKind::near_of:
      place = &prefixes.near_of;
      break;
    case LexemeKind::repeat_of:
      place = &prefixes.repeat_of;
      break;
    case LexemeKind::unknown_field:
      place = &prefixes.unknown_field;
      break;
    default:
      place = &prefixes.field;
      break;
  }
  if (*place) {
    warn_out_of_place(**place, piece(**place) + " has another one directly behind it: only the last one counts.");
  }
  *place = &lexeme;
}

bool Grammar::operand_follows(const Prefixes& prefixes) const {
  if (at({LexemeKind::setting})) return !prefixes.last || lexemes_[next_].glued;
  if (!at({LexemeKind::chunk, LexemeKind::regex, LexemeKind::quoted, LexemeKind::open})) return false;
  return !prefixes.last || lexemes_[next_].glued || is_name(*prefixes.last);
}

void Grammar::warn_without_operand(const Prefixes& prefixes) {
  for (const Lexeme* name : {prefixes.field, prefixes.near_of, prefixes.repeat_of}) {
    if (!name) continue;
    warn(WarningCode::empty_field, position(*name), piece(*name) + " has nothing behind it: it is left out.");
  }
  if (prefixes.last && prefixes.last->kind == LexemeKind::minus) {
    warn(WarningCode::lone_minus, position(*prefixes.last), "“-” has no word behind it: it is read as a dash.");
  }
}

const Lexeme* Grammar::read_suffixes() {
  const Lexeme* fuzzy = nullptr;
  while (at({LexemeKind::fuzzy, LexemeKind::boost}) && lexemes_[next_].glued) {
    const Lexeme& suffix = take();
    if (suffix.kind == LexemeKind::fuzzy) {
      fuzzy = &suffix;
    } else {
      warn(WarningCode::boost_unsupported, position(suffix), piece(suffix) + " is no part of the language: left out.");
    }
  }
  return fuzzy;
}

QueryNode Grammar::with_prefixes(QueryNode node, const Prefixes& prefixes) {
  if (prefixes.exact) node = made_exact(std::move(node), *prefixes.exact);
  if (prefixes.near_of) node = made_near(std::move(node), *prefixes.near_of);
  if (prefixes.repeat_of) node = made_repeat(std::move(node), *prefixes.repeat_of);
  const Lexeme* name = prefixes.unknown_field;  // it holds what stands behind it
  const bool name_within = name && prefixes.field && prefixes.field < name;
  const bool minus_within = name && prefixes.minus && name < prefixes.minus;
  if (name_within) node = beside_name(std::move(node), *name);
  if (prefixes.field) node = made_field(std::move(node), *prefixes.field);
  if (minus_within) node = excluded(std::move(node), position(*prefixes.minus));
  if (name && !name_within) node = beside_name(std::move(node), *name);
  if (prefixes.minus && !minus_within) node = excluded(std::move(node), position(*prefixes.minus));
  return node;
}

// Behind an unknown field: the name is searched as words too.
QueryNode Grammar::beside_name(QueryNode node, const Lexeme& unknown) {
  warn(WarningCode::unknown_field, position(unknown),
       "There is no field " + quoted_piece(text_.slice(unknown.inner_begin, unknown.inner_end)) +
           ": it is searched as words. Fields are " + field_names() + ".");
  std::vector<QueryNode> nodes = counted(read_plain_words(text_, unknown.inner_begin, unknown.inner_end));
  nodes.push_back(std::move(node));
  return side_by_side(std::move(nodes));
}

QueryNode Grammar::made_exact(QueryNode node, const Lexeme& sign) {
  if (node.kind == QueryKind::word) {
    node.exact = true;
  } else if (node.kind != QueryKind::phrase && node.kind != QueryKind::wildcard) {
    warn_out_of_place(sign, "“=” takes a word or a phrase: here it is left out.");
  }
  return node;
}

QueryNode Grammar::made_near(QueryNode node, const Lexeme& prefix) {
  const bool words = (node.kind == QueryKind::phrase || node.kind == QueryKind::all) &&
                     std::ranges::all_of(node.children, may_stand_near);
  if (words) {
    QueryNode near = near_node(std::move(node.children), number_of(prefix, kUsualDistance, 1, kFarthest), false);
    near.at = std::min({near.at, node.at, position(prefix)});
    near.end = std::max({near.end, node.end, text_.position(prefix.end)});
    near.surface = text_.piece(near.at, near.end);
    return near;
  }
  if (node.kind == QueryKind::word || node.kind == QueryKind::wildcard || node.kind == QueryKind::fuzzy) {
    warn(WarningCode::missing_operand, position(prefix), piece(prefix) + " takes two words or more: it is left out.");
  } else {
    warn_out_of_place(prefix, piece(prefix) + " takes words and phrases: here it is left out.");
  }
  return node;
}

QueryNode Grammar::made_repeat(QueryNode node, const Lexeme& prefix) {
  if (!is_single_form(node)) {
    warn_out_of_place(prefix, piece(prefix) + " takes a single word: here it is left out.");
    return node;
  }
  QueryNode repeat = make_node(QueryKind::repeat, position(prefix), node.end);
  repeat.number = number_of(prefix, kFewestTimes, kFewestTimes, kMostTimes);
  repeat.children.push_back(std::move(node));
  return repeat;
}

QueryNode Grammar::made_field(QueryNode node, const Lexeme& prefix) {
  switch (node.kind) {
    case QueryKind::field:
      return node;  // warned of when it was read
    case QueryKind::date_range:
    case QueryKind::undated:
      warn_out_of_place(prefix, piece(prefix) + " cannot hold a date: it is left out.");
      return node;
    default:
      break;
  }
  QueryNode whole = make_node(QueryKind::field, position(prefix), node.end);
  whole.field = prefix.field;
  whole.children.push_back(std::move(node));
  return whole;
}

}  // namespace backfile
