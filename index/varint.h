// Varints: numbers of few bytes where they are small (LEB128: 7 bits a byte, low first; DWARF 5, 7.6).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

inline void append_varint(std::uint64_t value, std::string& bytes) {
  for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
  bytes += static_cast<char>(value);
}

// Takes a varint off the beginning of `rest`. Nothing where `rest` ends inside of it, or it is longer than
// `most_bytes`.
inline std::optional<std::uint64_t> take_varint(std::string_view& rest, unsigned most_bytes = 10) {
  std::uint64_t value = 0;
  for (unsigned taken = 0; taken < most_bytes && !rest.empty(); ++taken) {
    const auto byte = static_cast<unsigned char>(rest[0]);
    rest.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << (7 * taken);
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

}  // namespace backfile
