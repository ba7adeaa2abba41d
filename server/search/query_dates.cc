#include "server/search/query_dates.h"

#include <chrono>
#include <utility>

#include "server/search/query_chunk.h"

namespace backfile {
namespace {

constexpr int kMostMonths = 12 * 9000;  // the length of the calendar

std::chrono::year_month_day to_calendar(Day day) {
  return std::chrono::year{day.year} / std::chrono::month{static_cast<unsigned>(day.month)} /
         std::chrono::day{static_cast<unsigned>(day.day)};
}

std::optional<Day> to_day(std::chrono::year_month_day date) {
  const Day day{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                static_cast<int>(static_cast<unsigned>(date.day()))};
  if (!is_valid_day(day.year, day.month, day.day)) return std::nullopt;
  return day;
}

std::optional<Day> moved(Day day, int days) {
  return to_day(std::chrono::sys_days(to_calendar(day)) + std::chrono::days(days));
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// A year, month or day; a time is more than articles are searched by.
std::optional<Date> read_period(std::string_view text) {
  const auto date = parse_iso_date(trimmed(text));
  return date && date->precision != Precision::second ? date : std::nullopt;
}

// An end of a range: a period, or an open one.
struct RangeEnd {
  bool readable = true;
  std::optional<Date> period;
};

RangeEnd read_end(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text == "*") return {};
  const auto period = read_period(text);
  return {period.has_value(), period};
}

std::optional<DateSpan> read_ends(std::string_view from, std::string_view to) {
  RangeEnd first = read_end(from);
  RangeEnd last = read_end(to);
  if (!first.readable || !last.readable) return std::nullopt;
  DateSpan span;
  span.exchanged = first.period && last.period && last.period->last() < first.period->first();
  if (span.exchanged) std::swap(first, last);
  if (first.period) span.first = first.period->first();
  if (last.period) span.last = last.period->last();
  return span;
}

// Later than the period where `later`, else earlier.
std::optional<DateSpan> read_beyond(std::string_view text, bool later) {
  const auto period = read_period(text);
  if (!period) return std::nullopt;
  const auto day = later ? moved(period->last(), 1) : moved(period->first(), -1);
  if (!day) return std::nullopt;
  return later ? DateSpan{.first = day} : DateSpan{.last = day};
}

std::optional<DateSpan> read_date(std::string_view value) {
  if (value.starts_with(">=")) return read_ends(value.substr(2), "*");
  if (value.starts_with("<=")) return read_ends("*", value.substr(2));
  if (value.starts_with('>')) return read_beyond(value.substr(1), true);
  if (value.starts_with('<')) return read_beyond(value.substr(1), false);
  if (const std::size_t dots = value.find(".."); dots != std::string_view::npos) {
    return read_ends(value.substr(0, dots), value.substr(dots + 2));
  }
  if (value.starts_with('[') && value.ends_with(']')) {
    const std::size_t to = value.find(" TO ");
    if (to == std::string_view::npos) return std::nullopt;
    return read_ends(value.substr(1, to - 1), value.substr(to + 4, value.size() - to - 5));
  }
  const auto period = read_period(value);
  return period ? std::optional(DateSpan{.first = period->first(), .last = period->last()}) : std::nullopt;
}

std::optional<DateSpan> read_last(std::string_view value, Day today) {
  if (value.empty() || !is_valid_day(today.year, today.month, today.day)) return std::nullopt;
  const auto number = plain_number(value.substr(0, value.size() - 1));
  if (!number || *number == 0) return std::nullopt;
  const int count = static_cast<int>(*number);
  const auto months_back = [&](int months) -> std::optional<Day> {
    if (months > kMostMonths) return std::nullopt;
    auto date = to_calendar(today) - std::chrono::months(months);
    if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
    const auto day = to_day(date);
    return day ? moved(*day, 1) : day;
  };
  std::optional<Day> first;
  switch (value.back()) {
    case 'd':
      first = moved(today, 1 - count);
      break;
    case 'w':
      first = moved(today, 1 - 7 * count);
      break;
    case 'm':
      first = months_back(count);
      break;
    case 'y':
      first = months_back(12 * count);
      break;
    default:
      break;
  }
  return first ? std::optional(DateSpan{.first = first}) : std::nullopt;
}

}  // namespace

std::optional<DateSpan> read_date_span(Setting setting, std::string_view value, Day today) {
  value = trimmed(value);
  switch (setting) {
    case Setting::date:
      return read_date(value);
    case Setting::after:
      return read_beyond(value, true);
    case Setting::before:
      return read_beyond(value, false);
    case Setting::last:
      return read_last(value, today);
    default:
      return std::nullopt;
  }
}

}  // namespace backfile
