// Text repair: text of any archive becomes text that the rest of the program need not distrust. Bytes become UTF-8
// before (readers/charset.h).
//
// repair_text: valid UTF-8 to clean text. NFC; line ends are '\n' (also U+2028, U+2029, form feed, lone '\r'); tabs
// stay; other controls go, those of the range 80-9F that Windows-1252 uses become the character that was meant
// ("port\u0092s"); text that was encoded twice is decoded (double_encoding.h); what shows nothing goes (zero-width
// space, soft hyphen, byte order mark, bidi controls), but joiners stay, for Persian and Indic words are spelt with
// them; every Unicode space becomes an ordinary one. At most 30 combining marks in a row are kept (Stream-Safe Text,
// UAX 15): normalising more takes quadratic time. Repairing twice changes nothing, but in runs of marks over the
// limit and in what was encoded more than eight times.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace backfile {

// The largest text that may be given to these functions: ICU counts in 32 bits.
inline constexpr std::size_t kLargestText = std::size_t{1} << 29;

std::string repair_text(std::string_view utf8);

// Repaired text as one line: runs of white space are one space, none at either end.
std::string one_line(std::string_view repaired);

// For a short value of metadata: repaired, and as one line.
std::string clean_value(std::string_view utf8);

}  // namespace backfile
