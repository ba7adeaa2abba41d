#include "server/search/query_chunk.h"

#include <algorithm>

#include "index/tokenizer.h"
#include "server/search/query_lexer.h"
#include "server/search/query_text.h"

namespace backfile {
namespace {

constexpr std::string_view kNumberSigns = "0123456789.";
constexpr std::uint32_t kLargestNumber = 1'000'000;

bool is_name_character(CodePoint c) {
  return c == '_' || c == '.' || c == '-' || (is_letter_or_digit(c) && !is_run_character(c)) || is_mark(c);
}

std::uint32_t suffix_number(std::string_view digits) {
  return digits.empty() ? kNoNumber : plain_number(digits).value_or(0);
}

}  // namespace

std::size_t chunk_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Character c = character_at(text, at);
    const CodePoint sign = operator_of(c.code);
    if (is_query_space(c.code) || is_query_separator(c.code) || is_quote(c.code) || sign == '(' || sign == ')') break;
    at = c.end;
  }
  return at;
}

bool is_address(std::string_view chunk) {
  if (chunk.starts_with("www.") || chunk.find("://") != std::string_view::npos) return true;
  const std::size_t dot = chunk.find('.');
  return dot != std::string_view::npos && dot > 0 && chunk.find('/', dot) != std::string_view::npos;
}

bool has_text(std::string_view chunk) {
  Token token;
  return Tokenizer(chunk).next(token) || chunk.find('*') != std::string_view::npos;
}

std::optional<NameBeforeColon> name_before_colon(std::string_view text, std::size_t at) {
  Character c = character_at(text, at);
  if (c.code != '_' && (!is_letter(c.code) || is_run_character(c.code))) return std::nullopt;
  while (is_name_character(c.code)) {
    at = c.end;
    c = character_at(text, at);
  }
  if (operator_of(c.code) != ':') return std::nullopt;
  return NameBeforeColon{at, c.end};
}

std::optional<ChunkSuffix> closing_suffix(std::string_view chunk) {
  const std::size_t sign = chunk.find_last_not_of(kNumberSigns);
  if (sign == std::string_view::npos || sign == 0 || (chunk[sign] != '~' && chunk[sign] != '^')) return std::nullopt;
  if (!has_text(chunk.substr(0, sign))) return std::nullopt;
  return ChunkSuffix{chunk[sign], suffix_number(chunk.substr(sign + 1)), sign, chunk.size()};
}

std::optional<ChunkSuffix> suffix_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != '~' && text[at] != '^')) return std::nullopt;
  const std::size_t end = std::min(text.find_first_not_of(kNumberSigns, at + 1), text.size());
  return ChunkSuffix{text[at], suffix_number(text.substr(at + 1, end - at - 1)), at, end};
}

std::optional<std::uint32_t> plain_number(std::string_view digits) {
  if (digits.empty()) return std::nullopt;
  std::uint32_t number = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = std::min(number * 10 + static_cast<std::uint32_t>(c - '0'), kLargestNumber);
  }
  return number;
}

}  // namespace backfile
