// The character set that an HTML page or an HTTP header declares.
#pragma once

#include <string_view>

namespace backfile {

// Of <meta charset=…> or <meta http-equiv=… content="…; charset=…"> in the first bytes of a page, or of its XML
// declaration; empty where there is none.
std::string_view charset_in_page(std::string_view page);

// Of "text/html; charset=utf-8".
std::string_view charset_in_content_type(std::string_view content_type);

}  // namespace backfile
