// The site of articles that name no publication: the folder they lie in, but for folders that only say of which day
// they are ("2025/03/01/", "2025-03-01/").
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// `archive`: its name; `file`: the file's path in it.
std::string folder_site(std::string_view archive, std::string_view file);

}  // namespace backfile
