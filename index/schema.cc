#include "index/schema.h"

#include <algorithm>

#include "index/character.h"

namespace backfile {
namespace {

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, ascii_small, ascii_small);
}

}  // namespace

std::optional<FieldName> field_from_name(std::string_view name_or_alias) {
  if (name_or_alias.empty()) return std::nullopt;
  for (const Field& row : kFields) {
    for (std::string_view name : {row.name, row.aliases[0], row.aliases[1]}) {
      if (equal_ignoring_case(name, name_or_alias)) return row.id;
    }
  }
  return std::nullopt;
}

}  // namespace backfile
