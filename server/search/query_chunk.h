// A chunk of a query: text without a space in it, as the lexer takes it and as words are read from it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace backfile {

// The end of the chunk that begins at `at`: before a space, a bracket, a quote or East Asian punctuation.
std::size_t chunk_end(std::string_view text, std::size_t at);

// Is the chunk an address, whose '?', '*', '~' and ':' are text: https://…, www.… or a dotted name with a path?
bool is_address(std::string_view chunk);

// Does it hold a letter or digit, or a '*' that may have been meant?
bool has_text(std::string_view chunk);

// The name before a colon at `at` (letters, digits, '_', '.' and '-', a letter or '_' first).
struct NameBeforeColon {
  std::size_t end = 0;        // of the name
  std::size_t colon_end = 0;  // behind the colon
};
std::optional<NameBeforeColon> name_before_colon(std::string_view text, std::size_t at);

// '~' or '^' with the number behind it: "~2", "~", "^1.5". A number with a fraction is 0, a very long one is cut.
struct ChunkSuffix {
  char sign = 0;
  std::uint32_t number = 0;  // kNoNumber where none is written
  std::size_t begin = 0;
  std::size_t end = 0;
};
// The one that closes a chunk, behind some text.
std::optional<ChunkSuffix> closing_suffix(std::string_view chunk);
// The one that begins at `at`.
std::optional<ChunkSuffix> suffix_at(std::string_view text, std::size_t at);

// Digits alone, as a number; cut at 1,000,000.
std::optional<std::uint32_t> plain_number(std::string_view digits);

}  // namespace backfile
