// Credit lines: lines of a page that hold nothing but bylines and dates, alone or with "|", "•" or a dash between.
//
//   By Ann Lee                        Mar 3, 2025                 By Ann Lee | Mar 3, 2025
//   Ann Lee - March 3, 2025           By Ann Lee, 3 March 2025    ALDERMOUTH | Thu Jul 3, 2025 4:29pm EDT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/cleaning/date_line.h"

namespace backfile {

struct CreditLine {
  std::vector<std::string> names;
  std::vector<DateLine> dates;

  bool is_bare_date() const { return names.empty() && dates.size() == 1 && dates[0].label == DateLabel::bare; }
  bool is_labelled_date() const { return names.empty() && !dates.empty() && dates[0].label != DateLabel::bare; }
};

// Nothing where any part of the line is neither a byline nor a date.
std::optional<CreditLine> read_credit_line(std::string_view line);

}  // namespace backfile
