#include "server/search/sentence.h"

#include <algorithm>
#include <array>

#include "index/character.h"

namespace backfile {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

constexpr std::array<std::string_view, 35> kAbbreviations{
    "Mr",   "Mrs", "Ms",  "Dr",  "St",  "Co",  "Corp", "Inc", "Ltd",    "Gen",  "Sen", "Rep",
    "Prof", "No",  "vs",  "Gov", "Jan", "Feb", "Mar",  "Apr", "Jun",    "Jul",  "Aug", "Sep",
    "Sept", "Oct", "Nov", "Dec", "Col", "Lt",  "Jr",   "Rev", "Messrs", "Bros", "Capt"};

// Is the full stop at `at` one of an abbreviation or an initial?
bool abbreviates(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestAbbreviation = 8;
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongestAbbreviation && is_ascii_alnum(static_cast<unsigned char>(text[begin - 1])))
    --begin;
  const std::string_view word = text.substr(begin, at - begin);
  const bool initial =
      word.size() == 1 && ((word[0] >= 'A' && word[0] <= 'Z') || (begin > 0 && text[begin - 1] == '.'));
  return initial || std::ranges::find(kAbbreviations, word) != kAbbreviations.end();
}

bool is_full_width_stop(CodePoint c) { return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF61; }

constexpr std::size_t kCommaBytes = 3;
bool is_full_width_comma(CodePoint c) { return c == 0x3001 || c == 0xFF0C || c == 0xFF1A || c == 0xFF1B; }

bool is_closing(CodePoint c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x300D ||
         c == 0x300F || c == 0xFF09;
}

constexpr int kMostClosing = 6;  // quotes and brackets behind a mark

// May a mark that ends a sentence begin with this byte? Quick, for most bytes: no.
bool may_close(char byte) { return byte == '.' || byte == '!' || byte == '?' || byte == '\xE3' || byte == '\xEF'; }

// The end of the sentence that a mark at `at` closes, or 0 where it closes none.
std::size_t closed_at(std::string_view text, std::size_t at) {
  const Character mark = character_at(text, at);
  const bool wide = is_full_width_stop(mark.code);
  if (!wide && mark.code != '.' && mark.code != '!' && mark.code != '?') return 0;
  if (mark.code == '.' && abbreviates(text, at)) return 0;
  std::size_t end = mark.end;
  for (int marks = 1; marks < kMostClosing && text.substr(end).starts_with('.'); ++marks) ++end;
  const bool ellipsis = end - at >= 3;
  for (int marks = 0; marks < kMostClosing && is_closing(character_at(text, end).code); ++marks) {
    end = character_at(text, end).end;
  }
  if (wide || end >= text.size()) return end;
  if (!is_space(text[end])) return ellipsis && is_ascii_alnum(static_cast<unsigned char>(text[end])) ? end : 0;
  const std::size_t next = skip_space(text, end);
  const bool goes_on = mark.code == '.' && next < text.size() && text[next] >= 'a' && text[next] <= 'z';
  return goes_on ? 0 : end;
}

}  // namespace

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

std::size_t trim_space(std::string_view text, std::size_t at) {
  while (at > 0 && is_space(text[at - 1])) --at;
  return at;
}

std::size_t sentence_end(std::string_view text, std::size_t at, std::size_t most) {
  most = std::min(most, text.size());
  for (std::size_t i = at; i < most; ++i) {
    if (!may_close(text[i])) continue;
    if (const std::size_t end = closed_at(text, i); end > at) return std::min(end, most);
  }
  return most;
}

std::size_t sentence_begin(std::string_view text, std::size_t at, std::size_t least) {
  for (std::size_t i = at; i > least;) {
    if (!may_close(text[--i])) continue;
    if (const std::size_t end = closed_at(text, i); end > 0 && skip_space(text, end) <= at)
      return skip_space(text, end);
  }
  return least;
}

std::size_t cut_before(std::string_view text, std::size_t at, std::size_t least) {
  if (at >= text.size()) return text.size();
  constexpr std::size_t kReach = 40;  // bytes; a longer word is cut
  const std::size_t lowest = std::max(least, at > kReach ? at - kReach : 0);
  for (std::size_t i = at; i > lowest; --i) {
    if (is_space(text[i - 1])) return i;
  }
  for (std::size_t i = at; i > lowest + kCommaBytes; --i) {
    if (is_full_width_comma(character_at(text, i - kCommaBytes).code)) return i;
  }
  std::size_t cut = at;
  while (cut > least && (is_continuation(text[cut]) || is_mark(character_at(text, cut).code) ||
                         is_invisible(character_at(text, cut).code))) {
    --cut;
  }
  return cut;
}

}  // namespace backfile
