// Periods of the calendar in a row: the days, weeks (from Monday, ISO 8601), months or years of a timeline. Days are
// counted as in index/date.h's day_number.
#pragma once

#include <cstdint>
#include <optional>

#include "index/date.h"
#include "server/search/request.h"

namespace backfile {

struct DayRange {
  std::int32_t first = 0;
  std::int32_t last = 0;  // inclusive
};

// An interval of which the range has about thirty to two hundred.
Interval interval_for(DayRange range);

// How precisely a date must be known to lie in one of them.
Precision precision_of(Interval interval);

// The periods that touch a range of days, the first numbered 0.
class Periods {
 public:
  // `interval` is not automatic.
  Periods(Interval interval, DayRange range);

  std::uint32_t size() const { return static_cast<std::uint32_t>(number_of(range_.last) + 1); }
  // Of a day; nothing where it lies beyond them.
  std::optional<std::uint32_t> find(std::int32_t day) const;
  DayRange at(std::uint32_t number) const;

 private:
  std::int64_t number_of(std::int32_t day) const;
  std::int64_t counted(std::int32_t day) const;  // from an arbitrary beginning

  Interval interval_;
  DayRange range_;
  std::int64_t begin_;
};

}  // namespace backfile
