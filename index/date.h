// A date as precise as it is known: the year, the month, the day or the second at which an article appeared.
//
// The calendar is proleptic Gregorian (ISO 8601). The day is the day as written, in the offset it was written with:
// 2025-03-03T23:30:00-05:00 is the third of March. Years run from 1000 to 9999.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

enum class Precision : std::uint8_t { none, year, month, day, second };

// "none", "year", "month", "day" or "second", as the article model spells it; and back.
std::string_view precision_name(Precision precision);
std::optional<Precision> precision_from_name(std::string_view name);

// A day of the calendar. Always a day that exists.
struct Day {
  int year = 0;
  int month = 1;
  int day = 1;
  friend auto operator<=>(const Day&, const Day&) = default;
};

bool is_valid_day(int year, int month, int day);
// Days since 1970-01-01, and back.
std::int32_t day_number(Day day);
Day day_of_number(std::int32_t number);
int days_in_month(int year, int month);

// A known date: ISO 8601 text with its precision, e.g. {"2025-03", month} or {"2025-03-03T19:00:00+08:00", second}.
struct Date {
  std::string iso;
  Precision precision = Precision::none;

  bool known() const { return precision != Precision::none; }
  // The first and the last day of the period that is known; only for a known date.
  Day first() const;
  Day last() const;
  // Seconds since 1970-01-01T00:00:00 UTC of the beginning of the period (00:00 UTC where no time is known).
  std::int64_t epoch_seconds() const;
  friend bool operator==(const Date&, const Date&) = default;
};

Date make_date(int year);
Date make_date(int year, int month);
Date make_date(int year, int month, int day);

// Reads YYYY, YYYY-MM, YYYY-MM-DD and date-times in ISO 8601 / RFC 3339 form (a 'T' or a space, seconds and fractions
// optional, offset optional, "Z"). Nothing where the text is not wholly of that form or names a day that does not
// exist. A time without an offset is kept without one. Fractions of a second are dropped.
std::optional<Date> parse_iso_date(std::string_view text);

}  // namespace backfile
