// Text written character by character.
#pragma once

#include <unicode/utf8.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "index/character.h"

namespace backfile {

// `c`: a character that UTF-8 has.
inline void append_character(std::string& out, CodePoint c) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  out.append(bytes.data(), static_cast<std::size_t>(length));
}

}  // namespace backfile
