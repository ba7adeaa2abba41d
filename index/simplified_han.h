// Traditional Han characters and the simplified ones that they are found under: 2,853 characters, by ICU's Hant-Hans
// transliterator, each by itself. A flat table that the build makes (cmake/simplified_han.cc), so that no run pays for
// making it.
#pragma once

#include <cstdint>

#include "index/character.h"

namespace backfile {

// ICU simplifies nothing outside of these.
inline constexpr CodePoint kFirstTableHan = 0x3400;
inline constexpr CodePoint kLastTableHan = 0x9FFF;

extern const std::uint16_t kSimplifiedHan[kLastTableHan - kFirstTableHan + 1];

// Any other character is itself. Simplifying twice changes nothing.
inline CodePoint simplified_han(CodePoint c) {
  return c >= kFirstTableHan && c <= kLastTableHan ? kSimplifiedHan[c - kFirstTableHan] : c;
}

}  // namespace backfile
