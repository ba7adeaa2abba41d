// The day that an address or the name of a file tells, as those of articles often do.
#pragma once

#include <optional>
#include <string_view>

#include "index/date.h"

namespace backfile {

// The first of YYYY/MM/DD, YYYY-MM-DD, YYYY_MM_DD or YYYYMMDD, of the years 1900 to 2099, where no other digits touch
// it and there is such a day: "/2025/03/03/fog", "/fog-20250303.html". Else folders that are a day together:
// "/2025/mar/03/", "/2025/3/3/", "/2025/0303/", "/202503/03/", "/2025-03/03/".
std::optional<Date> date_of_url(std::string_view url);

// The month of an address that tells no day: "/2025/03/fog".
std::optional<Date> month_of_url(std::string_view url);

// The same in a file's own name, not in its folders', where no letter touches it either: "2025-03-03-fog.txt",
// "echo_20250303.html".
std::optional<Date> date_of_file_name(std::string_view path);

}  // namespace backfile
