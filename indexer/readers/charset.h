// Character sets: the bytes of any text become UTF-8.
//
// A byte order mark decides (UTF-8, UTF-16, UTF-32). Then, in this order:
//   - text that is UTF-8 throughout and beyond ASCII is UTF-8, whatever is declared: by accident no other text of some
//     length is; but a short text that is also sound in the declared set of several bytes (GBK) is in that
//   - the declared set: of the HTTP header, the page or the XML declaration, in the caller's order of trust
//   - without one, or where UTF-8 is declared and more of what is beyond ASCII is broken than sound: detection. Where
//     only quotes, dashes and such stand beyond ASCII it is Windows-1252; else libuchardet tells, and ICU where that
//     names a set of few languages; a set of DOS has to make better words than Windows-1252 (docs/benchmarks.md has
//     why); where none can tell, Windows-1252
// Bytes that are nothing in their character set become U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace backfile {

// `declared`: the character set that the source names, in any case; empty where it names none; names that are not
// known count as none. Always valid UTF-8, without a byte order mark.
std::string to_utf8(std::string_view bytes, std::string_view declared);

// The character set of a text (charset_name.h) by its first bytes; `whole`: there are no more.
std::string tell_charset(std::string_view head, bool whole, std::string_view declared);

// How many bytes of byte order mark stand there.
std::size_t byte_order_mark(std::string_view head);

}  // namespace backfile
