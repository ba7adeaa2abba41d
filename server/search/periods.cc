#include "server/search/periods.h"

namespace backfile {
namespace {

constexpr std::int32_t kMostByDay = 92;
constexpr std::int32_t kMostByWeek = 2 * 366;
constexpr std::int32_t kMostByMonth = 15 * 366;

constexpr std::int64_t kMonday = 3;  // 1970-01-01 was a Thursday: three days into its week

std::int64_t floor_divided(std::int64_t number, std::int64_t by) {
  return number >= 0 ? number / by : -((-number + by - 1) / by);
}

}  // namespace

Interval interval_for(DayRange range) {
  const std::int32_t days = range.last - range.first + 1;
  if (days <= kMostByDay) return Interval::day;
  if (days <= kMostByWeek) return Interval::week;
  return days <= kMostByMonth ? Interval::month : Interval::year;
}

Precision precision_of(Interval interval) {
  if (interval == Interval::year) return Precision::year;
  return interval == Interval::month ? Precision::month : Precision::day;
}

Periods::Periods(Interval interval, DayRange range)
    : interval_(interval), range_(range), begin_(counted(range.first)) {}

std::int64_t Periods::counted(std::int32_t day) const {
  switch (interval_) {
    case Interval::week:
      return floor_divided(day + kMonday, 7);
    case Interval::month: {
      const Day date = day_of_number(day);
      return std::int64_t{date.year} * 12 + date.month - 1;
    }
    case Interval::year:
      return day_of_number(day).year;
    case Interval::day:
    case Interval::automatic:
      break;
  }
  return day;
}

std::int64_t Periods::number_of(std::int32_t day) const { return counted(day) - begin_; }

std::optional<std::uint32_t> Periods::find(std::int32_t day) const {
  const std::int64_t number = number_of(day);
  if (number < 0 || number > number_of(range_.last)) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

DayRange Periods::at(std::uint32_t number) const {
  const std::int64_t count = begin_ + number;
  switch (interval_) {
    case Interval::week: {
      const auto monday = static_cast<std::int32_t>(count * 7 - kMonday);
      return {monday, monday + 6};
    }
    case Interval::month: {
      const int year = static_cast<int>(count / 12);
      const int month = static_cast<int>(count % 12) + 1;
      return {day_number({year, month, 1}), day_number({year, month, days_in_month(year, month)})};
    }
    case Interval::year: {
      const int year = static_cast<int>(count);
      return {day_number({year, 1, 1}), day_number({year, 12, 31})};
    }
    case Interval::day:
    case Interval::automatic:
      break;
  }
  return {static_cast<std::int32_t>(count), static_cast<std::int32_t>(count)};
}

}  // namespace backfile
