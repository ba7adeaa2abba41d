// Lines of a page that say when its article appeared: "Mar 3, 2025", "Published: 3 March 2025", "Updated March 4,
// 2025".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "index/date.h"

namespace backfile {

enum class DateLabel : std::uint8_t { bare, published, updated };

struct DateLine {
  DateLabel label = DateLabel::bare;
  std::string written;       // as it stands there, without the label
  std::optional<Date> date;  // empty: it cannot be told which, or there is none such (written_date.h)
  friend bool operator==(const DateLine&, const DateLine&) = default;
};

// Nothing where the line is anything more than a date with or without a label. A bare year is no date line.
std::optional<DateLine> read_date_line(std::string_view line);

// Holds the text digits that dates are read in: of any script, or a year in Han digits?
bool has_digits(std::string_view text);

// Does the folded text call a date one of a change ("last updated", "aktualisiert")?
bool says_updated(std::string_view folded);

// Does it call it one of publication ("first published on", "veröffentlicht am")?
bool says_published(std::string_view folded);

}  // namespace backfile
