#include "server/search/periods.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

using namespace backfile;

namespace {

std::int32_t number(const char* iso) { return day_number(parse_iso_date(iso)->first()); }

std::string text(std::int32_t number) {
  const Day day = day_of_number(number);
  return make_date(day.year, day.month, day.day).iso;
}

std::string days(const Periods& periods, std::uint32_t number) {
  const DayRange range = periods.at(number);
  return text(range.first) + ".." + text(range.last);
}

}  // namespace

TEST_CASE("a day and its number are one, from the year 1000 to 9999") {
  for (std::int32_t day = number("1000-01-01"); day <= number("9999-12-31"); day += 97) {
    CHECK(day_number(day_of_number(day)) == day);
  }
  CHECK(text(0) == "1970-01-01");
  CHECK(text(-1) == "1969-12-31");
}

TEST_CASE("periods cover a range without a gap, in every interval") {
  const DayRange range{number("1969-11-30"), number("1970-02-01")};
  const Periods months(Interval::month, range);
  CHECK(months.size() == 4);
  CHECK(days(months, 0) == "1969-11-01..1969-11-30");
  CHECK(days(months, 3) == "1970-02-01..1970-02-28");
  CHECK(days(Periods(Interval::year, range), 1) == "1970-01-01..1970-12-31");
  const Periods weeks(Interval::week, range);
  CHECK(days(weeks, 0) == "1969-11-24..1969-11-30");  // from Monday to Sunday
  CHECK(days(weeks, weeks.size() - 1) == "1970-01-26..1970-02-01");
  for (const Interval interval : {Interval::day, Interval::week, Interval::month, Interval::year}) {
    const Periods periods(interval, range);
    for (std::uint32_t i = 0; i < periods.size(); ++i) {
      const DayRange one = periods.at(i);
      CHECK(periods.find(one.first) == (i == 0 || one.first >= range.first ? std::optional(i) : std::nullopt));
      if (i + 1 < periods.size()) CHECK(periods.at(i + 1).first == one.last + 1);
    }
    CHECK(!periods.find(periods.at(0).first - 1));
    CHECK(!periods.find(periods.at(periods.size() - 1).last + 1));
  }
}

TEST_CASE("the interval follows the length of the range") {
  const std::int32_t from = number("2000-01-01");
  CHECK(interval_for({from, from}) == Interval::day);
  CHECK(interval_for({from, from + 91}) == Interval::day);
  CHECK(interval_for({from, from + 92}) == Interval::week);
  CHECK(interval_for({from, number("2003-01-01")}) == Interval::month);
  CHECK(interval_for({from, number("2020-01-01")}) == Interval::year);
}
