// Dates as people and programs write them, in the languages that have stemmers and those of calendar_names.h, and in
// digits of every script.
//
//   March 3, 2025    3 March 2025    3rd Mar. 2025    Monday, 3 March 2025    March 2025    lundi 3 mars 2025
//   3. März 2025     3 de marzo de 2025     3 марта 2025 г.     3. maaliskuuta 2025     2025. március 3.
//   2025年3月3日      令和7年3月3日（月）      二〇二五年三月三日     2025년 3월 3일     ٣ مارس ٢٠٢٥     ngày 3 tháng 3
//   năm 2025 2025/03/03    14.01.2025    20250303    202503031015    26-FEB-1987 15:01:01.79    Mar 3, 2025 10:15 am
//   EST Thu, 26 Feb 1987 15:01:01 GMT (RFC 822)         all forms of parse_iso_date (index/date.h)
//
// Years of Japan's eras, of the Republic of China and, beside Thai words, of the Thai calendar become Gregorian ones.
//
// Numbers alone: with dots it is day, month, year (no region writes otherwise: CLDR); with slashes or hyphens it is
// told only where it can be (14/01/2025 and 03/03/2025, but not 01/02/2025), by a day of the week beside it (Fri,
// 06/09/2023), or where the order is known (date_order.h). An order never makes a day of what is none in it: 14/01/2025
// is the 14th of January where the month comes first, too. Years have four digits (from 1600 on), or two in a date with
// a month's name and a time (RFC 2822: 50 to 99 are 19xx) and in one of numbers whose order is known. A time whose zone
// is written as an unknown word is kept without one.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "index/date.h"

namespace backfile {

// A text that has the form of a date. `date` is empty where it cannot be told which day is meant, or there is none
// such (30 February).
struct WrittenDate {
  std::optional<Date> date;
  friend bool operator==(const WrittenDate&, const WrittenDate&) = default;
};

// Which of two small numbers is the day where both could be (01/02/2025).
enum class DateOrder : std::uint8_t { unknown, day_first, month_first };

// Nothing where the text as a whole has not the form of a date. A year alone is a date.
std::optional<WrittenDate> read_written_date(std::string_view text, DateOrder order = DateOrder::unknown);

}  // namespace backfile
