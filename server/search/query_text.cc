#include "server/search/query_text.h"

#include <algorithm>

namespace backfile {
namespace {

constexpr std::u32string_view kStraight = U"\"\uFF02";
constexpr std::u32string_view kCurly = U"\u201C\u201D\u201E\u201F";
constexpr std::u32string_view kGuillemets = U"\u00AB\u00BB";
constexpr std::u32string_view kCorner = U"\u300C\u300D";
constexpr std::u32string_view kWhiteCorner = U"\u300E\u300F";

bool is_one_of(CodePoint c, std::u32string_view set) {
  return c >= 0 && set.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

ClosingQuote first_of(std::string_view text, std::size_t at, std::u32string_view set) {
  while (at < text.size()) {
    const Character c = character_at(text, at);
    if (is_one_of(c.code, set)) return {c.code, at, c.end};
    at = c.end;
  }
  return {-1, at, at};
}

}  // namespace

QueryText::QueryText(std::string_view raw) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < raw.size(); ++count) {
    const Character c = character_at(raw, at);
    text_ += c.code >= 0 ? raw.substr(at, c.end - at) : std::string_view("\uFFFD");
    positions_.resize(text_.size(), count);
    at = c.end;
  }
  positions_.push_back(count);
}

std::size_t QueryText::byte_of(std::uint32_t position) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(positions_, position) - positions_.begin());
}

bool is_query_space(CodePoint c) {
  return (c >= 0 && c <= 0x20) || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202F) || c == 0x205F || (c >= 0x2066 && c <= 0x2069) ||
         c == 0x3000;
}

bool is_query_separator(CodePoint c) {
  return is_one_of(c, U"\u3001\u3002\u3003\uFF01\uFF0C\uFF1A\uFF1B\uFF1F") || (c >= 0x3008 && c <= 0x300B) ||
         c == 0x3010 || c == 0x3011 || (c >= 0x3014 && c <= 0x301B);
}

CodePoint operator_of(CodePoint c) {
  switch (c) {
    case 0xFF08:
      return '(';
    case 0xFF09:
      return ')';
    case 0xFF1A:
      return ':';
    case 0xFF0B:
      return '+';
    case 0xFF0D:
    case 0x2212:
      return '-';
    case 0xFF1D:
      return '=';
    default:
      return c;
  }
}

bool is_quote(CodePoint c) {
  for (std::u32string_view set : {kStraight, kCurly, kGuillemets, kCorner, kWhiteCorner}) {
    if (is_one_of(c, set)) return true;
  }
  return false;
}

ClosingQuote closing_quote(std::string_view text, std::size_t at, CodePoint opening) {
  if (is_one_of(opening, kGuillemets)) return first_of(text, at, kGuillemets);
  if (is_one_of(opening, kCorner)) return first_of(text, at, kCorner);
  if (is_one_of(opening, kWhiteCorner)) return first_of(text, at, kWhiteCorner);
  const bool straight = is_one_of(opening, kStraight);
  const ClosingQuote own = first_of(text, at, straight ? kStraight : kCurly);
  return own.code >= 0 ? own : first_of(text, at, straight ? kCurly : kStraight);
}

}  // namespace backfile
