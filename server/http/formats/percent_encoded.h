// Text as a part of an address (RFC 3986 2): all but letters, digits and - . _ ~ is percent-encoded.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

std::string percent_encoded(std::string_view text);

}  // namespace backfile
