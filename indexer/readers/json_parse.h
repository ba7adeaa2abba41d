// JSON text to a value, for archives that are not quite JSON.
//
// Nesting and the number of values (and lines in strings) are bounded while parsing, so that no depth of brackets
// reaches the stack and "[[],[],[], …" does not take fifty times its own size. Numbers with a fraction, an exponent or
// more digits than 64 bits hold come as strings of what was written. Text that is not JSON gets one more chance:
// NaN and Infinity (as Python writes them) become null, unpaired surrogates U+FFFD, raw control characters in strings
// are escaped.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>
#include <variant>

#include "indexer/rejection.h"

namespace backfile {

inline constexpr std::size_t kDeepestJson = 64;
inline constexpr std::size_t kMostJsonValues = 200'000;

// `utf8` must be valid UTF-8. A rejection is `not_json`, or `too_large` for too many values; its message says where
// and why.
std::variant<nlohmann::json, Rejection> parse_json(std::string_view utf8);

}  // namespace backfile
