#include "indexer/cleaning/text_repair.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <cstdint>
#include <stdexcept>

#include "index/character.h"
#include "indexer/cleaning/append_character.h"
#include "indexer/cleaning/double_encoding.h"
#include "indexer/cleaning/windows_1252.h"

namespace backfile {
namespace {

constexpr int kMostMarks = 30;
constexpr int kMostRounds = 8;
constexpr UChar32 kDrop = -1;
constexpr UChar32 kReplacement = 0xFFFD;

// Copies the printable ASCII at `at` and moves past it; whether there was any.
bool take_ascii(std::string_view text, std::size_t& at, std::string& out) {
  const std::size_t begin = at;
  while (at < text.size() && text[at] >= 0x20 && text[at] < 0x7F) ++at;
  out.append(text.substr(begin, at - begin));
  return at > begin;
}

// What stands for a control character (below A0, not '\n').
UChar32 repair_control(UChar32 c) {
  if (c == '\t') return c;
  if (c == '\r' || c == '\v' || c == '\f') return '\n';
  if (c < 0x80) return kDrop;
  const char16_t meant = kWindows1252[static_cast<std::size_t>(c - 0x80)];
  return meant == 0 ? kDrop : meant;
}

bool shows_nothing(UChar32 c) {
  return c == 0x00AD || c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFC);
}

// The character to keep in place of `c`, or kDrop.
UChar32 repaired(UChar32 c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return c == '\n' ? c : repair_control(c);
  if (c < 0xA0) return c;
  if (c == 0x2028 || c == 0x2029) return '\n';
  if (shows_nothing(c) || U_IS_UNICODE_NONCHAR(c)) return kDrop;
  return u_charType(c) == U_SPACE_SEPARATOR ? ' ' : c;
}

std::string normalized(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalization data: install libicu");
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (nfc->isNormalizedUTF8(piece, status)) return text;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU could not normalize a text");
  return out;
}

std::string repaired_once(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  int marks = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    if (take_ascii(utf8, at, out)) {
      marks = 0;
      continue;
    }
    const auto [found, end] = character_at(utf8, at);
    at = end;
    if (found == '\r' && at < utf8.size() && utf8[at] == '\n') continue;
    const UChar32 c = found < 0 ? kReplacement : repaired(found);
    if (c == kDrop) continue;
    marks = c >= 0x300 && u_getCombiningClass(c) != 0 ? marks + 1 : 0;
    if (marks <= kMostMarks) append_character(out, c);
  }
  return normalized(std::move(out));
}

}  // namespace

std::string repair_text(std::string_view utf8) {
  std::string text = has_double_encoding(utf8) ? repaired_once(without_double_encoding(utf8)) : repaired_once(utf8);
  // What went may have stood between two halves, and a text may have been encoded many times.
  for (int round = 1; round < kMostRounds && has_double_encoding(text); ++round) {
    const std::string decoded = without_double_encoding(text);
    if (decoded == text) break;
    text = repaired_once(decoded);
  }
  return text;
}

std::string one_line(std::string_view repaired_text) {
  std::string out;
  out.reserve(repaired_text.size());
  for (char c : repaired_text) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string clean_value(std::string_view utf8) { return one_line(repair_text(utf8)); }

}  // namespace backfile
