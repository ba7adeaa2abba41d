#include "server/search/query_capitals.h"

#include <algorithm>

namespace backfile {
namespace {

constexpr std::size_t kFewestWords = 4;

enum class LetterCase : std::uint8_t { none, capitals, other };

// Latin, Greek and Cyrillic capitals; in Latin Extended-A capitals and small letters take turns.
bool is_capital(CodePoint c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c >= 0x100 && c <= 0x17E) {
    const bool odd_ones = (c >= 0x139 && c <= 0x148) || c >= 0x179;
    return c == 0x178 || ((c & 1) == 1) == odd_ones;
  }
  return (c >= 0xC0 && c <= 0xDE) || (c >= 0x386 && c <= 0x3AB && c != 0x390) || (c >= 0x400 && c <= 0x42F);
}

LetterCase letter_case(std::string_view chunk) {
  LetterCase found = LetterCase::none;
  for (std::size_t at = 0; at < chunk.size();) {
    const Character c = character_at(chunk, at);
    at = c.end;
    if (!is_letter(c.code) || is_run_character(c.code)) continue;
    if (!is_capital(c.code)) return LetterCase::other;
    found = LetterCase::capitals;
  }
  return found;
}

bool is_operator(const Lexeme& lexeme) { return lexeme.kind >= LexemeKind::op_and; }

bool is_pasted_headline(const QueryText& text, const std::vector<Lexeme>& lexemes) {
  std::size_t in_capitals = 0;
  std::size_t operators = 0;
  for (const Lexeme& lexeme : lexemes) {
    switch (lexeme.kind) {
      case LexemeKind::quoted:
      case LexemeKind::open:
      case LexemeKind::close:
      case LexemeKind::minus:
      case LexemeKind::field:
      case LexemeKind::setting:
      case LexemeKind::near_of:
      case LexemeKind::repeat_of:
        return false;
      default:
        break;
    }
    const LetterCase words = letter_case(text.slice(lexeme.begin, lexeme.end));
    if (words == LetterCase::other || (is_operator(lexeme) && lexeme.number != kNoNumber)) return false;
    if (words == LetterCase::capitals) ++in_capitals;
    if (is_operator(lexeme)) ++operators;
  }
  return in_capitals >= kFewestWords && operators > 0 && in_capitals > operators;
}

}  // namespace

void read_capitals(const QueryText& text, std::vector<Lexeme>& lexemes, QueryWarnings& warnings) {
  if (!is_pasted_headline(text, lexemes)) return;
  const auto first = std::ranges::find_if(lexemes, is_operator);
  warnings.push_back({WarningCode::capitals_are_words,
                      "The query is all in capitals, so it is read as a headline: " +
                          quoted_piece(text.slice(first->begin, first->end)) + " in it is a word and no operator.",
                      text.position(first->begin)});
  for (Lexeme& lexeme : lexemes) {
    if (is_operator(lexeme)) lexeme.kind = LexemeKind::chunk;
  }
}

}  // namespace backfile
