// The text that is being typed into a search box, taken apart for completing it: what stays as it is, and the words
// that are completed. Pure; takes any bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/schema.h"
#include "server/search/text_units.h"

namespace backfile {

// Words beyond these are not completed.
inline constexpr std::size_t kMostTypedUnits = 24;

struct TypedText {
  // The query up to its last operator, bracket, quote, field or wildcard; empty where there are none. What stands in it
  // is the query language's and is not touched.
  std::string head;
  std::string tail;                // plain words behind it
  std::vector<TextUnit> units;     // of the tail
  bool open = false;               // the tail ends within its last word, which may go on
  bool in_quotes = false;          // the head ends within a quote
  std::optional<FieldName> field;  // that the head ends with: byline: or byline:"
};

TypedText read_typed_text(std::string_view typed);

}  // namespace backfile
