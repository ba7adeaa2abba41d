// What may stand in a link to the web.
#pragma once

#include <string>

namespace backfile {

// The address of an article where it is one of http or https, else nothing: an archive may hold "javascript:…".
std::string web_address(const std::string& url);

}  // namespace backfile
