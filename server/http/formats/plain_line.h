// Text for formats in which a value is one line.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// White space and controls, line ends among them, in a row become one space; none at either end.
std::string plain_line(std::string_view text);

}  // namespace backfile
