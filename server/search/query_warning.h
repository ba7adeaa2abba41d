// What a query's writer is told: warnings about pieces that were not, or not surely, read as they were meant, and the
// limits that refuse a query.
//
// A warning has a code (people script against its name), one sentence that names the piece and says what was done, and
// its place: code points from 0. Nothing is left out of a query without one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

enum class WarningCode : std::uint8_t {
  lone_minus,
  only_exclusions,
  unclosed_quote,
  unclosed_paren,
  missing_operand,
  unknown_field,
  empty_field,
  empty_query,
  bad_date,
  leading_wildcard,
  short_wildcard,
  regex_unsupported,
  boost_unsupported,
  capitals_are_words,
  expansion_capped,
  nesting_unsupported
};
inline constexpr std::size_t kWarningCodes = 16;

std::string_view warning_name(WarningCode code);

// Does the warning mean that a piece could not be read as written? Then strict=1 refuses the query. The others tell of
// a query that was read: lone_minus, only_exclusions, capitals_are_words, expansion_capped.
bool strict_refuses(WarningCode code);

struct QueryWarning {
  WarningCode code = WarningCode::lone_minus;
  std::string message;
  std::size_t at = 0;
};
using QueryWarnings = std::vector<QueryWarning>;

// A piece of the query between curly quotes, for a message; what is long is cut.
std::string quoted_piece(std::string_view piece);

inline constexpr std::size_t kMaxQueryCharacters = 2000;  // code points
inline constexpr std::size_t kMaxQueryWords = 64;         // an unspaced run: one for each two characters
inline constexpr std::size_t kMaxQueryLevels = 16;        // brackets within brackets

// A query over a limit: refused before any searching.
class InvalidQuery : public std::runtime_error {
 public:
  InvalidQuery(std::string_view passed, std::size_t most, const std::string& sentence)
      : std::runtime_error(sentence), limit(passed), maximum(most) {}
  std::string limit;    // query_characters, query_words or query_levels
  std::size_t maximum;  // the most that is allowed
};

}  // namespace backfile
