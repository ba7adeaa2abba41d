// The day that an address names, as addresses of articles often do.
#pragma once

#include <optional>
#include <string_view>

#include "index/date.h"

namespace backfile {

// The first of YYYY/MM/DD, YYYY-MM-DD, YYYY_MM_DD or YYYYMMDD, of the years 1900 to 2099, where no other digits touch
// it and there is such a day: "/2025/03/03/fog", "/fog-20250303.html".
std::optional<Date> date_of_url(std::string_view url);

}  // namespace backfile
