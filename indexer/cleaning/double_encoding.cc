#include "indexer/cleaning/double_encoding.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <initializer_list>

#include "index/character.h"
#include "indexer/cleaning/append_character.h"
#include "indexer/cleaning/windows_1252.h"

namespace backfile {
namespace {

constexpr CodePoint kFirstOfTwo = 0xC2;  // lead bytes, and the characters that they look like
constexpr CodePoint kSecondOfTwo = 0xC3;
constexpr CodePoint kFirstOfThree = 0xE2;

// The byte that a character stands for, where it can be one of the middle of UTF-8 (80 to BF); else 0.
unsigned byte_of(CodePoint c) {
  if (c >= 0x80 && c <= 0xBF) return static_cast<unsigned>(c);
  const auto* found =
      c > 0xFF && c < 0x10000 ? std::ranges::find(kWindows1252, static_cast<char16_t>(c)) : kWindows1252.end();
  return found == kWindows1252.end() ? 0 : 0x80 + static_cast<unsigned>(found - kWindows1252.begin());
}

bool may_follow_word(CodePoint c) {
  return c == 0xA0 || c == 0xAB || c == 0xBB || c == 0x2013 || c == 0x2014 || c == 0x2026;
}

bool may_end_word(CodePoint c) { return c == 0xB7 || c == 0x2019 || c == 0x201D || c == 0x2022 || c == 0x2122; }

struct Decoded {
  CodePoint meant = 0;  // 0: nothing to undo
  std::size_t end = 0;  // behind the characters that stand for it
};

class Decoder {
 public:
  explicit Decoder(std::string_view text) : text_(text) {}

  std::string decode() {
    std::string out;
    out.reserve(text_.size());
    for (std::size_t at = 0; at < text_.size();) {
      const Character here = character_at(text_, at);
      const Decoded decoded = here.code < 0x80 ? Decoded{} : decoded_at(here);
      if (decoded.meant != 0) {
        append_character(out, decoded.meant);
      } else {
        out.append(text_.substr(at, here.end - at));
      }
      at = decoded.meant != 0 ? decoded.end : here.end;
      before_ = here.code;
    }
    return out;
  }

 private:
  Decoded decoded_at(const Character& lead) const {
    if (lead.end >= text_.size()) return {};
    const Character second = character_at(text_, lead.end);
    const unsigned byte = byte_of(second.code);
    if (byte == 0) return {};
    if (lead.code == kFirstOfThree) return of_three(byte, second.end);
    const bool sign = lead.code == kFirstOfTwo && byte >= 0xA0;
    if (!sign && lead.code != kSecondOfTwo) return {};
    if (u_isupper(before_) && may_follow_word(second.code)) return {};  // "MANHÃ—"
    const bool word_goes_on = second.end < text_.size() && is_letter(character_at(text_, second.end).code);
    if (u_isupper(before_) && may_end_word(second.code) && !word_goes_on) return {};  // "MANHÃ”", but "CÃ”TE"
    return {static_cast<CodePoint>(((lead.code & 0x1F) << 6) | static_cast<CodePoint>(byte & 0x3F)), second.end};
  }

  // General punctuation, the sign of the euro and that of trade marks.
  Decoded of_three(unsigned second, std::size_t at) const {
    const Character third = at < text_.size() ? character_at(text_, at) : Character{};
    const unsigned byte = byte_of(third.code);
    if (second == 0x80 && byte == 0) return {0x201D, at};  // its last byte is nothing in Windows-1252, and was lost
    const auto meant = static_cast<CodePoint>(0x2000 | ((second & 0x3F) << 6) | (byte & 0x3F));
    const bool known = byte != 0 && (second == 0x80 || meant == 0x20AC || meant == 0x2122);
    return known ? Decoded{meant, third.end} : Decoded{};
  }

  const std::string_view text_;
  CodePoint before_ = 0;  // the character before
};

}  // namespace

bool has_double_encoding(std::string_view utf8) {
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"\xC3\x83", "\xC3\x82", "\xC3\xA2\xE2\x82\xAC", "\xC3\xA2\xC2\x80",
                                              "\xC3\xA2\xE2\x80\x9A", "\xC3\xA2\xE2\x80\x9E"},
      [&](std::string_view bytes) { return utf8.find(bytes) != std::string_view::npos; });
}

std::string without_double_encoding(std::string_view utf8) { return Decoder(utf8).decode(); }

}  // namespace backfile
