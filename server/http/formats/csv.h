// Comma-separated values (RFC 4180), for spreadsheets too: those take a cell that begins with = + - @ for a formula and
// run it, whatever quotes are around it. Such a cell gets an apostrophe in front, as OWASP's page "CSV Injection" says;
// what is a number as it stands does not.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Spreadsheets take a file for UTF-8 by these bytes at its beginning.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
inline constexpr std::string_view kCsvLineEnd = "\r\n";

// One cell as it stands in a line: guarded, quoted where that is needed.
std::string csv_cell(std::string_view text);

}  // namespace backfile
