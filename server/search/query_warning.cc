#include "server/search/query_warning.h"

#include <array>

#include "index/character.h"

namespace backfile {
namespace {

constexpr std::array<std::string_view, kWarningCodes> kNames{
    "lone_minus",        "only_exclusions",    "unclosed_quote",   "unclosed_paren",
    "missing_operand",   "unknown_field",      "empty_field",      "empty_query",
    "bad_date",          "leading_wildcard",   "short_wildcard",   "regex_unsupported",
    "boost_unsupported", "capitals_are_words", "expansion_capped", "nesting_unsupported"};

constexpr std::size_t kShownCharacters = 40;

}  // namespace

std::string_view warning_name(WarningCode code) { return kNames[static_cast<std::size_t>(code)]; }

bool strict_refuses(WarningCode code) {
  switch (code) {
    case WarningCode::lone_minus:
    case WarningCode::only_exclusions:
    case WarningCode::capitals_are_words:
    case WarningCode::expansion_capped:
      return false;
    default:
      return true;
  }
}

std::string quoted_piece(std::string_view piece) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < piece.size() && count < kShownCharacters; ++count) {
    end = character_at(piece, end).end;
  }
  return "“" + std::string(piece.substr(0, end)) + (end < piece.size() ? "…”" : "”");
}

}  // namespace backfile
