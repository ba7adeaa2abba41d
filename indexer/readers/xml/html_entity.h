// The named entities of HTML 4, which XML and plain texts have too without declaring them.
#pragma once

#include <string>

namespace backfile {

// "é" of "eacute"; empty where the name is none.
std::string html_entity(const std::string& name);

}  // namespace backfile
