// Character sets: the bytes of a text become UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// `declared`: the character set that the source names, in any case; empty where it names none. A byte order mark wins
// over it. Names that are not known count as none: then see decode_text() (cleaning/text_repair.h). Always valid UTF-8.
std::string to_utf8(std::string_view bytes, std::string_view declared);

}  // namespace backfile
