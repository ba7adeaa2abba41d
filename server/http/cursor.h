// The cursor: where to go on in a search, and what of it must not have changed meanwhile. Two pages of one search never
// overlap and leave nothing out; after a new generation they could, so a cursor holds for the generation it was given
// by.
//
// As text 48 hexadecimal digits: page, seed, digest of the generation, digest of the request.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/http_message.h"
#include "server/search/request.h"

namespace backfile {

struct Cursor {
  std::uint32_t page = 1;  // the next one
  std::uint32_t seed = 0;  // of a random order
  std::uint64_t generation = 0;
  std::uint64_t request = 0;
  friend bool operator==(const Cursor&, const Cursor&) = default;
};

std::string write_cursor(const Cursor& cursor);
// Nothing where the text is none.
std::optional<Cursor> parse_cursor(std::string_view text);

// What a cursor keeps of a generation and of a request: its parameters but for those that may differ from page to page.
std::uint64_t cursor_digest(std::string_view generation);
std::uint64_t cursor_digest(const HttpRequest& http, const SearchRequest& request);

}  // namespace backfile
