// The words of the query language that are more than words: operators, and names that a colon follows.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "server/search/query_lexer.h"

namespace backfile {

struct Keyword {
  LexemeKind kind = LexemeKind::chunk;
  std::uint32_t number = kNoNumber;  // of NEAR/5, near5:, repeat3:
  FieldName field = FieldName::headline;
  Setting setting = Setting::date;
};

// AND, OR, NOT, NEAR, NEAR/5, ADJ, ADJ/5, in capitals.
std::optional<Keyword> operator_word(std::string_view chunk);

// A field or alias, a setting, near5 or repeat3, without the colon; case and width do not matter.
std::optional<Keyword> keyword_from_name(std::string_view name);

}  // namespace backfile
