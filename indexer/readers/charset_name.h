// Names of character sets, as servers, pages and XML declarations write them.
//
// They mean what browsers take them for (WHATWG Encoding Standard, 4.2): "iso-8859-1" and "us-ascii" are Windows-1252,
// "gb2312" and "gbk" are GB 18030, "shift_jis" is Windows-31J, "euc-kr" is Windows-949, "iso-8859-9" is Windows-1254.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

inline constexpr std::string_view kUtf8 = "UTF-8";

// What ICU calls it; empty where the name is not known, or is of a set that no text of an archive is in and that hides
// what is written (UTF-7, EBCDIC).
std::string charset_of_name(std::string_view name);

// Does a character beyond ASCII take several bytes, of which some look like ASCII (Shift_JIS, GB 18030, UTF-16)? Such
// text must be converted before anybody looks for a bracket in it.
bool hides_ascii(std::string_view charset);

}  // namespace backfile
