// Times, in UTC, in the forms that the server writes them in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "index/date.h"

namespace backfile {

Day utc_today();
std::string utc_now();        // "2025-03-03T19:00:00.123Z"
std::string http_date_now();  // "Mon, 03 Mar 2025 19:00:00 GMT" (RFC 9110 5.6.7)

// Of seconds since 1970-01-01T00:00:00.
std::string utc_text(std::int64_t seconds);   // "2025-03-03T19:00:00Z"
std::string http_date(std::int64_t seconds);  // as above; also RFC 822's form, with the year whole
// Back from that form; nothing where the text is of another.
std::optional<std::int64_t> parse_http_date(const std::string& text);

}  // namespace backfile
