#include "indexer/cleaning/written_date.h"

#include <cstdio>
#include <string>

#include "index/fold.h"
#include "indexer/cleaning/calendar_words.h"
#include "indexer/cleaning/date_parts.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestDate = 100;  // bytes

bool is_separator(const DatePart& part) {
  return part.kind == DatePart::symbol && (part.is(".") || part.is("/") || part.is("-") || is_date_sign(part.text));
}

bool is_punctuation(std::string_view text) {
  for (std::string_view sign : {",", "،", "(", ")", "|", "–", "—", "·", "•", "@"}) {
    if (text == sign) return true;
  }
  return false;
}

// Years of eras become years ("令和7年"), and months of two words one ("كانون الثاني").
void rewrite_words(DateParts& parts) {
  struct Pair {
    std::string_view first;
    std::string_view second;
    std::string_view month;
  };
  constexpr Pair kPairs[] = {{"كانون", "الثاني", "january"},
                             {"تشرين", "الاول", "october"},
                             {"تشرين", "الثاني", "november"},
                             {"كانون", "الاول", "december"}};
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    DatePart& next = parts[i + 1];
    const auto erase_word = [&] { parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i)); };
    if (const auto year = first_year_of_era(parts[i].text); year && next.is_short()) {
      next.value += *year;
      next.text = std::to_string(next.value);
      erase_word();
    }
    for (const Pair& pair : kPairs) {
      if (!parts[i].is(pair.first) || i + 1 >= parts.size() || !parts[i + 1].is(pair.second)) continue;
      parts[i + 1].text = pair.month;
      erase_word();
      break;
    }
  }
}

// Only months, numbers and the separators between two numbers; false where anything else is in it.
bool keep_date(DateParts& parts) {
  DateParts kept;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const DatePart& part = parts[i];
    if (part.kind == DatePart::number || is_date_sign(part.text) || month_of_word(part.text)) {
      kept.push_back(part);
    } else if (part.kind == DatePart::word) {
      if (!is_weekday(part.text) && !is_date_filler(part.text)) return false;
    } else if (is_separator(part)) {
      const bool between = i > 0 && i + 1 < parts.size() && parts[i - 1].kind == DatePart::number &&
                           parts[i + 1].kind == DatePart::number;
      if (between) kept.push_back(part);
    } else if (!is_punctuation(part.text)) {
      return false;
    }
  }
  parts = std::move(kept);
  return true;
}

WrittenDate day_date(int year, int month, int day) {
  if (!is_valid_day(year, month, day)) return {};
  return {make_date(year, month, day)};
}

WrittenDate month_date(int year, int month) {
  if (month < 1 || month > 12) return {};
  return {make_date(year, month)};
}

// Two small numbers before or behind a year: which is the day?
WrittenDate numeric_date(const DatePart& first, const DatePart& second, int year, DateOrder order, bool dots) {
  const int a = first.value;
  const int b = second.value;
  if (dots) return day_date(year, b, a);
  if (a > 12 || a == b) return day_date(year, b, a);
  if (b > 12) return day_date(year, a, b);
  if (order == DateOrder::unknown) return {};
  return order == DateOrder::day_first ? day_date(year, b, a) : day_date(year, a, b);
}

// RFC 2822, 4.3.
int whole_year(const DatePart& part) {
  return part.text.size() > 2 ? part.value : part.value + (part.value < 50 ? 2000 : 1900);
}

// The shapes with a month's name: D M Y, M D Y, Y M D, M Y, Y M. `timed`: a year of two digits will do.
std::optional<WrittenDate> named_date(const DateParts& parts, bool timed) {
  auto is_month = [&](std::size_t i) { return parts[i].kind == DatePart::word && month_of_word(parts[i].text); };
  auto month = [&](std::size_t i) { return month_of_word(parts[i].text).value_or(0); };
  if (parts.size() == 2) {
    if (is_month(0) && parts[1].is_year()) return month_date(parts[1].value, month(0));
    if (is_month(1) && parts[0].is_year()) return month_date(parts[0].value, month(1));
    return std::nullopt;
  }
  if (parts.size() != 3) return std::nullopt;
  const bool year_last = parts[2].is_year() || (timed && parts[2].is_short());
  if (is_month(1) && parts[0].is_short() && year_last) {
    return day_date(whole_year(parts[2]), month(1), parts[0].value);
  }
  if (is_month(0) && parts[1].is_short() && year_last) {
    return day_date(whole_year(parts[2]), month(0), parts[1].value);
  }
  if (is_month(1) && parts[0].is_year() && parts[2].is_short()) {
    return day_date(parts[0].value, month(1), parts[2].value);
  }
  return std::nullopt;
}

// The shapes of numbers and separators: Y-M-D, D.M.Y, M/D/Y, Y/M, M/Y, 年月日.
std::optional<WrittenDate> number_date(const DateParts& parts, DateOrder order) {
  const std::size_t size = parts.size();
  const bool signs = size >= 4 && is_date_sign(parts[1].text) && is_date_sign(parts[3].text);
  if (signs && parts[0].is_year() && parts[2].is_short()) {
    if (size == 4) return month_date(parts[0].value, parts[2].value);
    if (size == 6 && parts[4].is_short() && is_date_sign(parts[5].text)) {
      return day_date(parts[0].value, parts[2].value, parts[4].value);
    }
    return std::nullopt;
  }
  if (size == 3 && is_separator(parts[1])) {
    if (parts[0].is_year() && parts[2].is_short()) return month_date(parts[0].value, parts[2].value);
    if (parts[2].is_year() && parts[0].is_short()) return month_date(parts[2].value, parts[0].value);
  }
  if (size != 5 || !is_separator(parts[1]) || !parts[3].is(parts[1].text) || !parts[2].is_short()) return std::nullopt;
  if (parts[0].is_year() && parts[4].is_short()) return day_date(parts[0].value, parts[2].value, parts[4].value);
  if (parts[0].is_short() && parts[4].is_year()) {
    return numeric_date(parts[0], parts[2], parts[4].value, order, parts[1].is("."));
  }
  return std::nullopt;
}

// 20250303, 20250303T101500, 20250303T101500Z (ISO 8601, basic form).
std::optional<WrittenDate> basic_date(const DateParts& parts) {
  if (parts.empty() || parts[0].kind != DatePart::number || parts[0].text.size() != 8) return std::nullopt;
  const int number = parts[0].value;
  if (number < 15000000 || number >= 22000000) return std::nullopt;
  WrittenDate day = day_date(number / 10000, number / 100 % 100, number % 100);
  if (parts.size() == 1 || !day.date) return day;
  if (parts.size() > 4 || !parts[1].is("t") || parts.size() < 3 || parts[2].text.size() != 6) return std::nullopt;
  if (parts.size() == 4 && !parts[3].is("z")) return std::nullopt;
  const std::string& time = parts[2].text;
  const auto timed = parse_iso_date(day.date->iso + "T" + time.substr(0, 2) + ":" + time.substr(2, 2) + ":" +
                                    time.substr(4, 2) + (parts.size() == 4 ? "Z" : ""));
  return timed ? WrittenDate{timed} : day;
}

// The day with its time; the day alone where there is no such time.
Date at_clock(const Date& day, const Clock& clock) {
  if (day.precision != Precision::day) return day;
  char time[48];
  std::snprintf(time, sizeof time, "T%02d:%02d:%02d", clock.hour, clock.minute, clock.second);
  std::string iso = day.iso + time;
  if (clock.offset) {
    const int minutes = *clock.offset < 0 ? -*clock.offset : *clock.offset;
    std::snprintf(time, sizeof time, "%c%02d:%02d", *clock.offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
    iso += *clock.offset == 0 ? "Z" : time;
  }
  return parse_iso_date(iso).value_or(day);
}

}  // namespace

std::optional<WrittenDate> read_written_date(std::string_view text, DateOrder order) {
  if (text.size() > kLongestDate) return std::nullopt;
  if (const auto date = parse_iso_date(text)) return WrittenDate{date};
  DateParts parts = date_parts_of(fold_label(text));
  if (auto basic = basic_date(parts)) return basic;
  const std::optional<Clock> clock = take_clock(parts);
  rewrite_words(parts);
  if (!keep_date(parts)) return std::nullopt;
  if (parts.size() == 4 && parts[0].is("mar")) parts.erase(parts.begin());  // French: "mar. 4 mars 2025"
  auto written = named_date(parts, clock.has_value());
  if (!written) written = number_date(parts, order);
  if (written && written->date && clock) written->date = at_clock(*written->date, *clock);
  return written;
}

}  // namespace backfile
