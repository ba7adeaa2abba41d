#include "server/search/query_keyword.h"

#include <array>
#include <string>

#include "index/fold.h"
#include "server/search/query_chunk.h"

namespace backfile {
namespace {

struct SettingName {
  std::string_view name;
  Setting setting;
};
constexpr std::array<SettingName, 6> kSettings{{{"date", Setting::date},
                                                {"after", Setting::after},
                                                {"before", Setting::before},
                                                {"last", Setting::last},
                                                {"is", Setting::is},
                                                {"in", Setting::in}}};

// `word` and the number behind it, as in "near5"; with `sign` between where it is given.
std::optional<std::uint32_t> number_behind(std::string_view word, std::string_view sign, std::string_view text) {
  if (!text.starts_with(word)) return std::nullopt;
  text.remove_prefix(word.size());
  if (!text.starts_with(sign)) return std::nullopt;
  return plain_number(text.substr(sign.size()));
}

}  // namespace

std::optional<Keyword> operator_word(std::string_view chunk) {
  if (chunk == "AND") return Keyword{.kind = LexemeKind::op_and};
  if (chunk == "OR") return Keyword{.kind = LexemeKind::op_or};
  if (chunk == "NOT") return Keyword{.kind = LexemeKind::op_not};
  if (chunk == "NEAR") return Keyword{.kind = LexemeKind::op_near};
  if (chunk == "ADJ") return Keyword{.kind = LexemeKind::op_adj};
  if (const auto n = number_behind("NEAR", "/", chunk)) return Keyword{.kind = LexemeKind::op_near, .number = *n};
  if (const auto n = number_behind("ADJ", "/", chunk)) return Keyword{.kind = LexemeKind::op_adj, .number = *n};
  return std::nullopt;
}

std::optional<Keyword> keyword_from_name(std::string_view name) {
  const std::string folded = fold(name);
  if (const auto found = field_from_name(folded)) return Keyword{.kind = LexemeKind::field, .field = *found};
  for (const SettingName& row : kSettings) {
    if (row.name == folded) return Keyword{.kind = LexemeKind::setting, .setting = row.setting};
  }
  if (const auto n = number_behind("near", "", folded)) return Keyword{.kind = LexemeKind::near_of, .number = *n};
  if (const auto n = number_behind("repeat", "", folded)) return Keyword{.kind = LexemeKind::repeat_of, .number = *n};
  return std::nullopt;
}

}  // namespace backfile
