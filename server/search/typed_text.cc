#include "server/search/typed_text.h"

#include <algorithm>

#include "index/character.h"

namespace backfile {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_quote(CodePoint c) { return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0x00AB || c == 0x00BB; }

bool is_sign(CodePoint c) {
  return c > 0 && c < 0x80 && std::string_view("()[]{}*~^=").find(static_cast<char>(c)) != std::string_view::npos;
}

bool is_operator(std::string_view chunk) {
  for (const std::string_view name : {"AND", "OR", "NOT", "NEAR", "ADJ"}) {
    if (chunk == name || (chunk.starts_with(name) && chunk.substr(name.size()).starts_with('/'))) return true;
  }
  return false;
}

// The byte behind the chunk that begins at `at`.
std::size_t end_of_chunk(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_space(text[at])) ++at;
  return at;
}

std::optional<FieldName> field_at_end(std::string_view head) {
  while (!head.empty() && (head.back() == '"' || is_space(head.back()))) head.remove_suffix(1);
  if (!head.ends_with(':')) return std::nullopt;
  head.remove_suffix(1);
  std::size_t begin = head.size();
  while (begin > 0 && is_ascii_alnum(static_cast<unsigned char>(head[begin - 1]))) --begin;
  return field_from_name(head.substr(begin));
}

// How far the query language reaches, from the beginning, and whether it leaves a quote open.
struct Language {
  std::size_t end = 0;
  bool in_quotes = false;
};

Language read_language(std::string_view text) {
  Language found;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const bool begins_chunk = at == 0 || is_space(text[at - 1]);
    const bool text_follows = c.end < text.size() && !is_space(text[c.end]);
    if (is_quote(c.code)) {
      found = {c.end, !found.in_quotes};
    } else if (!found.in_quotes) {
      const bool is_colon = c.code == ':' && at > 0 && is_letter(character_at(text, at - 1).code) &&
                            (text_follows || field_at_end(text.substr(0, c.end)));
      const bool is_minus = (c.code == '-' || c.code == '+') && begins_chunk && text_follows;
      const bool is_wildcard = c.code == '?' && !begins_chunk && text_follows;
      if (is_sign(c.code) || is_colon || is_minus || is_wildcard) found.end = c.end;
      const std::size_t end = begins_chunk ? end_of_chunk(text, at) : at;
      if (end < text.size() && is_operator(text.substr(at, end - at))) found.end = end;
    }
    at = std::max(c.end, at + 1);
  }
  return found;
}

}  // namespace

TypedText read_typed_text(std::string_view typed) {
  const Language language = read_language(typed);
  std::size_t begin = language.end;
  while (begin < typed.size() && is_space(typed[begin])) ++begin;
  TypedText text;
  text.in_quotes = language.in_quotes;
  if (language.end > 0) text.head = typed.substr(0, begin);
  text.tail = typed.substr(begin);
  text.units = units_of(text.tail, kMostTypedUnits + 1);
  text.field = field_at_end(text.head);
  if (text.units.empty()) return text;
  const TextUnit& last = text.units.back();
  text.open = last.is_character || last.end == text.tail.size();
  return text;
}

}  // namespace backfile
