#include "index/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <stdexcept>

#include "index/character.h"
#include "index/simplified_han.h"

namespace backfile {
namespace {

struct Normalizers {
  const icu::Normalizer2* casefold;
  const icu::Normalizer2* decompose;
  const icu::Normalizer2* compose;
};

const Normalizers& normalizers() {
  static const Normalizers all = [] {
    UErrorCode status = U_ZERO_ERROR;
    Normalizers n{icu::Normalizer2::getNFKCCasefoldInstance(status), icu::Normalizer2::getNFDInstance(status),
                  icu::Normalizer2::getNFCInstance(status)};
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalization data: install libicu");
    return n;
  }();
  return all;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_removable_mark(UChar32 mark, UChar32 base) {
  if (mark >= 0x0591 && mark <= 0x05C7 && u_charType(mark) == U_NON_SPACING_MARK) return true;  // Hebrew points
  if ((mark >= 0x064B && mark <= 0x065F) || mark == 0x0670 || mark == 0x0640) return true;      // Arabic points
  if (mark < 0x0300 || mark > 0x036F) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(base, &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
      return true;
    case USCRIPT_CYRILLIC:
      return mark == 0x0301 || (mark == 0x0308 && base == 0x0435);
    default:
      return u_isdigit(base) != 0;
  }
}

// Letters that have no decomposition; nullptr for every other.
const char16_t* plain_letters(UChar32 letter) {
  switch (letter) {
    case 0x00F8:
      return u"o";  // ø
    case 0x0142:
      return u"l";  // ł
    case 0x0111:
      return u"d";  // đ
    case 0x00F0:
      return u"d";  // ð
    case 0x00FE:
      return u"th";  // þ
    case 0x0127:
      return u"h";  // ħ
    case 0x0167:
      return u"t";  // ŧ
    case 0x0131:
      return u"i";  // ı
    case 0x00E6:
      return u"ae";  // æ
    case 0x0153:
      return u"oe";  // œ
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return u"'";
    default:
      return nullptr;
  }
}

icu::UnicodeString without_marks(const icu::UnicodeString& decomposed) {
  icu::UnicodeString plain;
  UChar32 base = 0;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (is_removable_mark(c, base)) continue;
    if (!(U_GET_GC_MASK(c) & U_GC_M_MASK)) base = c;
    if (const char16_t* letters = plain_letters(c)) {
      plain.append(letters, -1);
    } else if (c != 0xFFFD) {
      plain.append(static_cast<UChar32>(simplified_han(c)));
    }
  }
  return plain;
}

// The usual traditional text: three bytes a character, of which folding changes no more than simplifying does. False
// where there is anything else; then `out` is as it was.
bool append_han(std::string_view word, std::string& out) {
  const std::size_t before = out.size();
  for (std::size_t at = 0; at < word.size();) {
    const Character c = character_at(word, at);
    if (c.code < kFirstTableHan || c.code > kLastTableHan) {
      out.resize(before);
      return false;
    }
    const CodePoint simple = simplified_han(c.code);
    out += static_cast<char>(0xE0 | (simple >> 12));
    out += static_cast<char>(0x80 | ((simple >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (simple & 0x3F));
    at = c.end;
  }
  return true;
}

}  // namespace

void fold_append(std::string_view word, std::string& out) {
  if (is_ascii(word)) {
    for (char c : word) out += ascii_small(c);
    return;
  }
  if (append_han(word, out)) return;
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  text = normalizers().casefold->normalize(text, status);
  text = without_marks(normalizers().decompose->normalize(text, status));
  normalizers().compose->normalize(text, status).toUTF8String(out);
}

std::string fold(std::string_view word) {
  std::string out;
  fold_append(word, out);
  return out;
}

std::string fold_label(std::string_view label) {
  std::string out;
  for (char c : fold(label)) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace backfile
