// Sort keys: published dates as value slots that Xapian compares as bytes. Both orders are read in falling order, so
// that articles of unknown date, which have no value, come last either way.
#pragma once

#include <string>

#include "index/date.h"

namespace backfile {

// 8 bytes, big-endian. Only for a known date.
std::string newest_first_key(const Date& date);
std::string oldest_first_key(const Date& date);

}  // namespace backfile
