#include <utility>

#include "index/fold.h"
#include "server/search/query_chunk.h"
#include "server/search/query_dates.h"
#include "server/search/query_grammar.h"
#include "server/search/query_words.h"

namespace backfile {
namespace {

constexpr std::uint32_t kUsualEdits = 1;
constexpr std::uint32_t kMostEdits = 2;

}  // namespace

std::optional<QueryNode> Grammar::read_primary() {
  const Lexeme& lexeme = take();
  switch (lexeme.kind) {
    case LexemeKind::quoted:
      return read_quoted(lexeme);
    case LexemeKind::open:
      return read_bracket(lexeme);
    case LexemeKind::regex:
      return read_regex(lexeme);
    case LexemeKind::setting:
      return read_setting(lexeme);
    default:
      return read_chunk(lexeme);
  }
}

std::optional<QueryNode> Grammar::read_chunk(const Lexeme& lexeme) {
  auto words = counted(read_words(text_, lexeme.begin, lexeme.end, parsed_.warnings));
  const Lexeme* fuzzy = read_suffixes();
  if (words.empty()) return std::nullopt;
  QueryNode node = phrase_of(std::move(words));
  if (node.kind == QueryKind::phrase) {
    const std::string_view chunk = text_.slice(lexeme.begin, lexeme.end);
    node.surface = is_address(chunk) ? chunk : text_.piece(node.at, node.end);
  }
  return fuzzy ? made_fuzzy(std::move(node), *fuzzy) : node;
}

std::optional<QueryNode> Grammar::read_quoted(const Lexeme& lexeme) {
  auto words = counted(read_words(text_, lexeme.inner_begin, lexeme.inner_end, parsed_.warnings));
  const Lexeme* distance = read_suffixes();
  if (words.empty()) {
    warn(WarningCode::missing_operand, position(lexeme), "There are no words between the quotes: they are left out.");
    return std::nullopt;
  }
  QueryNode node = phrase_of(std::move(words));
  if (node.kind == QueryKind::word) node.exact = true;
  if (node.kind == QueryKind::phrase) {
    node.surface = text_.slice(lexeme.inner_begin, lexeme.inner_end);
    node.at = position(lexeme);
    node.end = text_.position(lexeme.end);
  }
  return distance ? made_near(std::move(node), *distance) : node;
}

std::optional<QueryNode> Grammar::read_bracket(const Lexeme& lexeme) {
  const auto outer = std::exchange(scope_, std::nullopt);
  QueryNode node = read_level();
  if (at({LexemeKind::close})) ++next_;
  const auto scope = std::exchange(scope_, outer);
  if (const Lexeme* suffix = read_suffixes()) {
    warn_out_of_place(*suffix, piece(*suffix) + " cannot stand behind a bracket: it is left out.");
  }
  if (node.kind == QueryKind::everything) {
    warn(WarningCode::missing_operand, position(lexeme), "There is nothing to search in the brackets: left out.");
    return std::nullopt;
  }
  if (!scope) return node;
  QueryNode whole = make_node(QueryKind::scope, node.at, node.end);
  whole.scope = *scope;
  whole.children.push_back(std::move(node));
  return whole;
}

std::optional<QueryNode> Grammar::read_regex(const Lexeme& lexeme) {
  read_suffixes();
  warn(WarningCode::regex_unsupported, position(lexeme),
       piece(lexeme) + " would be a regular expression, which cannot be searched: its words are.");
  return words_instead(lexeme.inner_begin, lexeme.inner_end);
}

std::optional<QueryNode> Grammar::read_setting(const Lexeme& lexeme) {
  const bool dated = lexeme.setting != Setting::in && lexeme.setting != Setting::is;
  if (lexeme.inner_begin == lexeme.inner_end) {
    const bool bracket = dated && at({LexemeKind::open}) && lexemes_[next_].glued;
    warn(bracket ? WarningCode::bad_date : WarningCode::empty_field, position(lexeme),
         piece(lexeme) + (bracket ? " takes no brackets: what they hold is searched as it stands."
                                  : " has nothing behind it: it is left out."));
    return std::nullopt;
  }
  if (lexeme.setting == Setting::in) return read_in(lexeme);
  if (dated) return read_date(lexeme);
  if (fold(text_.slice(lexeme.inner_begin, lexeme.inner_end)) != "undated") return unknown_setting(lexeme);
  return make_node(QueryKind::undated, position(lexeme), text_.position(lexeme.end));
}

std::optional<QueryNode> Grammar::read_date(const Lexeme& lexeme) {
  const std::string_view value = text_.slice(lexeme.inner_begin, lexeme.inner_end);
  const auto span = read_date_span(lexeme.setting, value, options_.today);
  if (!span) {
    warn(WarningCode::bad_date, position(lexeme),
         piece(lexeme) +
             " names no days: its words are searched. Write date:2025-03, date:2025-01..2025-03, "
             "after:2025-03, before:2025-03 or last:30d.");
    return words_instead(lexeme.inner_begin, lexeme.inner_end);
  }
  if (span->exchanged) {
    warn(WarningCode::bad_date, position(lexeme), piece(lexeme) + " ends before it begins: its ends are exchanged.");
  }
  if (lexeme.setting == Setting::last) parsed_.relative_to_today = true;
  QueryNode node = make_node(QueryKind::date_range, position(lexeme), text_.position(lexeme.end));
  node.first = span->first;
  node.last = span->last;
  return node;
}

// Kept for the end of the bracket; in its place stands `everything`, which adds nothing.
std::optional<QueryNode> Grammar::read_in(const Lexeme& lexeme) {
  const std::string place = fold(text_.slice(lexeme.inner_begin, lexeme.inner_end));
  const bool all = place == "all";
  if (!all && field_from_name(place) != FieldName::headline) return unknown_setting(lexeme);
  if (in_field_) {
    warn_out_of_place(lexeme, piece(lexeme) + " cannot stand inside a field: it is left out.");
  } else if (scope_) {
    warn_out_of_place(lexeme, piece(lexeme) + " is the second of its kind here: it is left out.");
  } else {
    scope_ = all ? SearchScope::all : SearchScope::headline;
  }
  return make_node(QueryKind::everything, position(lexeme), text_.position(lexeme.end));
}

std::optional<QueryNode> Grammar::unknown_setting(const Lexeme& lexeme) {
  warn(WarningCode::unknown_field, position(lexeme),
       piece(lexeme) + " is not known: it is searched as words. There are in:all, in:headline and is:undated.");
  return words_instead(lexeme.begin, lexeme.end);
}

QueryNode Grammar::made_fuzzy(QueryNode node, const Lexeme& suffix) {
  if (node.kind != QueryKind::word || node.is_run()) {
    warn_out_of_place(suffix, piece(suffix) + " takes a single word without wildcards: here it is left out.");
    return node;
  }
  node.kind = QueryKind::fuzzy;
  node.number = number_of(suffix, kUsualEdits, 1, kMostEdits);
  return node;
}

std::optional<QueryNode> Grammar::words_instead(std::size_t begin, std::size_t end) {
  auto words = counted(read_plain_words(text_, begin, end));
  if (words.empty()) return std::nullopt;
  return side_by_side(std::move(words));
}

}  // namespace backfile
