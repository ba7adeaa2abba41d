#include "index/date.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace backfile {
namespace {

constexpr std::array<std::string_view, 5> kPrecisionNames{"none", "year", "month", "day", "second"};

// Reads exactly `digits` digits at the front of `text` and takes them off.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int number = 0;
  for (char c : text.substr(0, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, char wanted) {
  if (text.empty() || text[0] != wanted) return false;
  text.remove_prefix(1);
  return true;
}

std::chrono::sys_days to_sys_days(Day day) { return std::chrono::year{day.year} / day.month / day.day; }

std::string formatted(const char* format, int a, int b = 0, int c = 0) {
  char text[32];
  std::snprintf(text, sizeof text, format, a, b, c);
  return text;
}

struct Time {
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::optional<int> offset_minutes;
};

// "Z", "+08:00", "+0800", "+08", or nothing at all.
bool take_offset(std::string_view& text, Time& time) {
  if (text.empty()) return true;
  if (take(text, 'Z') || take(text, 'z')) {
    time.offset_minutes = 0;
    return true;
  }
  const bool west = text[0] == '-';
  if (!take(text, '+') && !take(text, '-')) return false;
  const auto hours = take_number(text, 2);
  take(text, ':');
  const auto minutes = text.empty() ? std::optional<int>(0) : take_number(text, 2);
  if (!hours || !minutes || *hours > 18 || *minutes > 59) return false;
  time.offset_minutes = (*hours * 60 + *minutes) * (west ? -1 : 1);
  return true;
}

// What follows the day: "19:00", "19:00:05.123", each with or without an offset.
std::optional<Time> read_time(std::string_view text) {
  Time time;
  const auto hour = take_number(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = take_number(text, 2);
  if (!minute) return std::nullopt;
  std::optional<int> second = 0;
  if (take(text, ':')) second = take_number(text, 2);
  if (!second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  time.hour = *hour;
  time.minute = *minute;
  time.second = *second == 60 ? 59 : *second;  // a leap second
  if (take(text, '.') || take(text, ',')) {
    if (!take_number(text, 1)) return std::nullopt;
    while (take_number(text, 1)) {
    }
  }
  while (take(text, ' ')) {
  }
  if (!take_offset(text, time) || !text.empty()) return std::nullopt;
  return time;
}

std::string format_offset(const Time& time) {
  if (!time.offset_minutes) return "";
  if (*time.offset_minutes == 0) return "Z";
  const int minutes = std::abs(*time.offset_minutes);
  return formatted(*time.offset_minutes < 0 ? "-%02d:%02d" : "+%02d:%02d", minutes / 60, minutes % 60);
}

}  // namespace

std::string_view precision_name(Precision precision) { return kPrecisionNames[static_cast<std::size_t>(precision)]; }

std::optional<Precision> precision_from_name(std::string_view name) {
  for (std::size_t i = 0; i < kPrecisionNames.size(); ++i) {
    if (kPrecisionNames[i] == name) return static_cast<Precision>(i);
  }
  return std::nullopt;
}

int days_in_month(int year, int month) {
  using namespace std::chrono;
  return static_cast<int>(static_cast<unsigned>(
      year_month_day_last(std::chrono::year{year}, month_day_last(std::chrono::month{static_cast<unsigned>(month)}))
          .day()));
}

bool is_valid_day(int year, int month, int day) {
  return year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

std::int32_t day_number(Day day) { return static_cast<std::int32_t>(to_sys_days(day).time_since_epoch().count()); }

Day day_of_number(std::int32_t number) {
  const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{number}}};
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

Day Date::first() const {
  std::string_view text = iso;
  Day day{.year = take_number(text, 4).value_or(1000)};
  if (precision >= Precision::month && take(text, '-')) day.month = take_number(text, 2).value_or(1);
  if (precision >= Precision::day && take(text, '-')) day.day = take_number(text, 2).value_or(1);
  return day;
}

Day Date::last() const {
  Day day = first();
  if (precision == Precision::year) day.month = 12;
  if (precision <= Precision::month) day.day = days_in_month(day.year, day.month);
  return day;
}

std::int64_t Date::epoch_seconds() const {
  const auto midnight = std::chrono::sys_seconds(to_sys_days(first())).time_since_epoch().count();
  if (precision != Precision::second) return midnight;
  const Time time = read_time(std::string_view(iso).substr(11)).value_or(Time{});
  return midnight + time.hour * 3600 + time.minute * 60 + time.second - time.offset_minutes.value_or(0) * 60;
}

Date make_date(int year) { return {formatted("%04d", year), Precision::year}; }
Date make_date(int year, int month) { return {formatted("%04d-%02d", year, month), Precision::month}; }
Date make_date(int year, int month, int day) { return {formatted("%04d-%02d-%02d", year, month, day), Precision::day}; }

std::optional<Date> parse_iso_date(std::string_view text) {
  const auto year = take_number(text, 4);
  if (!year || *year < 1000) return std::nullopt;
  if (text.empty()) return make_date(*year);
  if (!take(text, '-')) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (text.empty()) return make_date(*year, *month);
  if (!take(text, '-')) return std::nullopt;
  const auto day = take_number(text, 2);
  if (!day || !is_valid_day(*year, *month, *day)) return std::nullopt;
  Date date = make_date(*year, *month, *day);
  if (text.empty()) return date;
  if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return std::nullopt;
  const auto time = read_time(text);
  if (!time) return std::nullopt;
  date.iso += formatted("T%02d:%02d:%02d", time->hour, time->minute, time->second) + format_offset(*time);
  date.precision = Precision::second;
  return date;
}

}  // namespace backfile
