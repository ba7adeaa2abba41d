// The values of date:, after:, before: and last: as a range of days.
//
//   date:2025  date:2025-03  date:2025-03-03       the period named
//   date:2025-01..2025-03  date:2025-01..          both ends included; one may be missing
//   date:[2025-01-01 TO 2025-03]  [* TO 2025-03]   the same; a missing end is *
//   date:>=2025  date:>2025  date:<2025  date:<=2025
//   after:2025-03  before:2025-03                  the period named is not included
//   last:30d                                       the last 30 days, today among them; also w, m (months) and y. The
//                                                  end is open, for articles dated ahead
#pragma once

#include <optional>
#include <string_view>

#include "index/date.h"
#include "server/search/query_lexer.h"

namespace backfile {

struct DateSpan {
  std::optional<Day> first = std::nullopt;
  std::optional<Day> last = std::nullopt;
  bool exchanged = false;  // written with the later end first
};

// Nothing where the value is not of these forms, names a day that does not exist, or leaves the calendar. The ends
// stand as written, also where the first is the later. `setting` is date, after, before or last; `today` matters to
// last.
std::optional<DateSpan> read_date_span(Setting setting, std::string_view value, Day today);

}  // namespace backfile
