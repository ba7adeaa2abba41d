#include "server/search/text_units.h"

#include "index/surface.h"
#include "index/tokenizer.h"

namespace backfile {
namespace {

template <typename TextOf>
std::string joined(std::span<const TextUnit> units, TextOf text_of) {
  std::string all;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (i > 0 && !are_joined(units[i - 1], units[i])) all += ' ';
    all += text_of(units[i]);
  }
  return all;
}

}  // namespace

std::vector<TextUnit> units_of(std::string_view text, std::size_t most) {
  std::vector<TextUnit> units;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    if (token.kind == TokenKind::bigram) {
      units.back().pair = token.text;
      continue;
    }
    if (units.size() == most) break;
    units.push_back({std::string(token.text), "", token.begin, token.end, token.kind == TokenKind::ngram_char});
  }
  return units;
}

bool are_joined(const TextUnit& one, const TextUnit& next) {
  return one.is_character && next.is_character && one.end == next.begin;
}

std::string surface_of_units(std::string_view text, std::span<const TextUnit> units) {
  return joined(units,
                [&](const TextUnit& unit) { return surface_of(text.substr(unit.begin, unit.end - unit.begin)); });
}

std::string folded_units(std::span<const TextUnit> units) {
  return joined(units, [](const TextUnit& unit) { return unit.folded; });
}

}  // namespace backfile
