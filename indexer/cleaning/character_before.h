// The character that ends where `end` says: text read backwards. Valid UTF-8 only.
#pragma once

#include <cstddef>
#include <string_view>

#include "index/character.h"

namespace backfile {

// The first byte of the character before byte `end`; `end` must not be 0.
inline std::size_t begin_before(std::string_view text, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return begin;
}

// The character before byte `end`, or -1 where there is none.
inline CodePoint character_before(std::string_view text, std::size_t end) {
  return end == 0 ? -1 : character_at(text, begin_before(text, end)).code;
}

}  // namespace backfile
