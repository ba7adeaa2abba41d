// The present time, in UTC, in the forms that the server writes it in.
#pragma once

#include <string>

#include "index/date.h"

namespace backfile {

Day utc_today();
std::string utc_now();        // "2025-03-03T19:00:00.123Z"
std::string http_date_now();  // "Mon, 03 Mar 2025 19:00:00 GMT" (RFC 9110 5.6.7)

}  // namespace backfile
