#include "index/character.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "index/simplified_han.h"

namespace backfile {

Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {-1, at};
  UChar32 code;
  std::size_t next = at;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
  U8_NEXT(bytes, next, text.size(), code);
#pragma GCC diagnostic pop
  return {code, next};
}

bool is_letter(CodePoint c) { return c >= 0 && (U_GET_GC_MASK(c) & U_GC_L_MASK); }

bool is_letter_or_digit(CodePoint c) { return c >= 0 && (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)); }

bool is_mark(CodePoint c) { return c >= 0x300 && (U_GET_GC_MASK(c) & U_GC_M_MASK); }

bool is_cased(CodePoint c) { return c >= 0 && u_hasBinaryProperty(c, UCHAR_CASED); }

bool is_digit(CodePoint c) { return c >= 0 && u_isdigit(c); }

bool is_apostrophe(CodePoint c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0xFF07; }

bool is_invisible(CodePoint c) { return c == 0x00AD || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF; }

bool is_unspaced(CodePoint c) {
  if (c < 0x0E00) return false;
  const bool in_script = (c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
                         (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30FF) ||
                         (c >= 0x3105 && c <= 0x312F) || (c >= 0x31A0 && c <= 0x31BF) || (c >= 0x31F0 && c <= 0x31FF) ||
                         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
                         (c >= 0xFF66 && c <= 0xFF9F) || (c >= 0x20000 && c <= 0x3FFFF);
  if (!in_script) return false;
  const bool radical = c >= 0x2E80 && c <= 0x2FDF;  // symbols by category, Han characters by their folding
  return radical || (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK));
}

// Fillers stand for a missing letter and fold to nothing.
bool is_hangul(CodePoint c) {
  if (c < 0x1100 || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0) return false;
  const bool in_script = (c <= 0x11FF) || (c >= 0x3131 && c <= 0x318E) || (c >= 0xA960 && c <= 0xA97C) ||
                         (c >= 0xAC00 && c <= 0xD7FB) || (c >= 0xFFA0 && c <= 0xFFDC);
  return in_script && is_letter(c);
}

bool is_run_character(CodePoint c) { return is_unspaced(c) || is_hangul(c); }

bool is_plain_run_character(CodePoint c) {
  if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF)) return simplified_han(c) == c;
  return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x3041 && c <= 0x3093) || (c >= 0x30A1 && c <= 0x30F3);
}

}  // namespace backfile
