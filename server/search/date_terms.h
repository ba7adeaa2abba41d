// Date ranges as terms: the articles whose whole known period lies in a range of days.
//
// A range is covered by as few calendar years, months and days as it holds whole. An article carries the terms of its
// year, month and day as far as they are known, so the cover finds exactly those whose period lies within:
// 2025-03-01..2025-03-31 is the month 2025-03 and finds an article of "March 2025"; 2025-03-02..2025-03-31 is thirty
// days and does not.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "index/date.h"

namespace backfile {

// The terms that cover [first, last]; none where last is before first. Both lie between the years 1000 and 9999.
std::vector<std::string> date_terms(Day first, Day last);

// The articles of a range, without weight. An end that is not given, or lies beyond what the archive has, is moved to
// the first or last year of the archive.
Xapian::Query date_range_query(const Xapian::Database& database, std::optional<Day> first, std::optional<Day> last);

}  // namespace backfile
