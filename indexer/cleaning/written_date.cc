#include "indexer/cleaning/written_date.h"

#include <algorithm>
#include <cstdio>
#include <string>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/calendar_names.h"
#include "indexer/cleaning/calendar_words.h"
#include "indexer/cleaning/date_parts.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestDate = 100;  // bytes

bool is_separator(const DatePart& part) {
  return part.kind == DatePart::symbol && (part.is(".") || part.is("/") || part.is("-") || is_date_sign(part.text));
}

bool is_punctuation(std::string_view text) {
  constexpr std::string_view kSigns[] = {",", "،", "(", ")", "[", "]", "【", "】", "〔", "〕", "|",
                                         "–", "—", "·", "•", "@", "'", "׳",  "״",  "॰",  "°",  ";"};
  return std::ranges::find(kSigns, text) != std::end(kSigns);
}

constexpr std::string_view kMonthNames[] = {"january", "february", "march",     "april",   "may",      "june",
                                            "july",    "august",   "september", "october", "november", "december"};

// Years of eras become years: "令和7年", "民国114年".
void read_eras(DateParts& parts) {
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    const auto before = first_year_of_era(parts[i].text);
    DatePart& year = parts[i + 1];
    if (!before || year.kind != DatePart::number || year.text.size() > 3) continue;
    year.value += *before;
    year.text = std::to_string(year.value);
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

// Years of the Thai calendar, which is 543 ahead, where Thai words stand beside them.
void read_thai_years(DateParts& parts) {
  const auto is_thai = [](const DatePart& part) {
    const CodePoint c = character_at(part.text, 0).code;
    return part.kind == DatePart::word && c >= 0x0E00 && c <= 0x0E7F;
  };
  if (!std::ranges::any_of(parts, is_thai)) return;
  for (DatePart& part : parts) {
    if (!part.is_year() || part.value < 2400) continue;
    part.value -= 543;
    part.text = std::to_string(part.value);
  }
}

// The month whose name begins at part `begin`, and the part behind it: "martie", "ม.ค.", "deireadh fómhair".
std::optional<int> month_at(const DateParts& parts, std::size_t begin, std::size_t& end) {
  constexpr std::size_t kMostWordsOfName = 3;
  const bool dot = begin > 1 && parts[begin - 1].is(".") && parts[begin - 2].kind == DatePart::number;
  std::string name = parts[begin].text;
  end = begin + 1;
  if (begins_long_name(name)) {
    std::size_t words = 1;
    for (std::size_t i = end; i < parts.size() && words < kMostWordsOfName; ++i) {
      if (parts[i].is(".")) continue;
      if (parts[i].kind != DatePart::word) break;
      name.append(" ").append(parts[i].text);
      ++words;
      if (const auto month = month_of_name(name, dot)) {
        end = i + 1;
        return month;
      }
    }
  }
  return month_of_name(parts[begin].text, dot);
}

// Months of every language get their English names; "tháng 3" is one, too.
void name_months(DateParts& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].kind != DatePart::word || month_of_word(parts[i].text)) continue;
    std::size_t end = i + 1;
    std::optional<int> month = month_at(parts, i, end);
    const bool numbered = parts[i].is("thang") || parts[i].is("thg");
    if (numbered && end < parts.size() && parts[end].is_short() && parts[end].value >= 1 && parts[end].value <= 12) {
      month = parts[end++].value;
    }
    if (!month) continue;
    parts[i].text = kMonthNames[*month - 1];
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1, parts.begin() + static_cast<std::ptrdiff_t>(end));
  }
}

// What stands beside the numbers of a date.
struct Beside {
  DateOrder order = DateOrder::unknown;
  bool timed = false;          // a time of day
  std::optional<int> weekday;  // 0 is Sunday
};

// Only months, numbers and the separators between two numbers; false where anything else is in it.
bool keep_date(DateParts& parts, Beside& beside) {
  DateParts kept;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const DatePart& part = parts[i];
    if (part.kind == DatePart::number || is_date_sign(part.text) || month_of_word(part.text)) {
      kept.push_back(part);
    } else if (part.kind == DatePart::word) {
      const std::optional<int> weekday = weekday_of_name(part.text);
      if (weekday && *weekday != kDisputedWeekday) beside.weekday = weekday;
      if (!weekday && !is_weekday(part.text) && !is_date_filler(part.text)) return false;
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

int weekday_of(const WrittenDate& written) { return (day_number(written.date->first()) % 7 + 11) % 7; }

// Two small numbers before or behind a year: which is the day? The day of the week tells where it stands there.
WrittenDate numeric_date(int a, int b, int year, const Beside& beside, bool dots) {
  const WrittenDate day_first = day_date(year, b, a);
  const WrittenDate month_first = day_date(year, a, b);
  if (dots || a > 12 || a == b) return day_first;
  if (b > 12) return month_first;
  if (beside.weekday && day_first.date && month_first.date) {
    const bool first = weekday_of(day_first) == *beside.weekday;
    if (first != (weekday_of(month_first) == *beside.weekday)) return first ? day_first : month_first;
  }
  if (beside.order == DateOrder::unknown) return {};
  return beside.order == DateOrder::day_first ? day_first : month_first;
}

// RFC 2822, 4.3.
int whole_year(const DatePart& part) {
  return part.text.size() > 2 ? part.value : part.value + (part.value < 50 ? 2000 : 1900);
}

bool is_month(const DatePart& part) { return part.kind == DatePart::word && month_of_word(part.text); }

// Only the numbers and the month. A month may stand twice ("مارس/آذار"); "mar" before one is the French Tuesday.
DateParts without_separators(const DateParts& parts) {
  DateParts kept;
  for (const DatePart& part : parts) {
    const bool again = is_month(part) && !kept.empty() && is_month(kept.back());
    if (!is_separator(part) && !again) kept.push_back(part);
  }
  if (kept.size() == 4 && kept[0].is("mar") && is_month(kept[2])) kept.erase(kept.begin());
  return kept;
}

// The shapes with a month's name: D M Y, M D Y, Y M D, Y D M, M Y, Y M. With a time a year of two digits will do.
std::optional<WrittenDate> named_date(const DateParts& all, bool timed) {
  if (std::ranges::none_of(all, is_month)) return std::nullopt;
  const DateParts parts = without_separators(all);
  auto month = [&](std::size_t i) { return month_of_word(parts[i].text).value_or(0); };
  if (parts.size() == 2) {
    if (is_month(parts[0]) && parts[1].is_year()) return month_date(parts[1].value, month(0));
    if (is_month(parts[1]) && parts[0].is_year()) return month_date(parts[0].value, month(1));
    return std::nullopt;
  }
  if (parts.size() != 3) return std::nullopt;
  const bool year_last = parts[2].is_year() || (timed && parts[2].is_short());
  if (is_month(parts[1]) && parts[0].is_short() && year_last) {
    return day_date(whole_year(parts[2]), month(1), parts[0].value);
  }
  if (is_month(parts[0]) && parts[1].is_short() && year_last) {
    return day_date(whole_year(parts[2]), month(0), parts[1].value);
  }
  if (is_month(parts[1]) && parts[0].is_year() && parts[2].is_short()) {
    return day_date(parts[0].value, month(1), parts[2].value);
  }
  if (is_month(parts[2]) && parts[0].is_year() && parts[1].is_short()) {
    return day_date(parts[0].value, month(2), parts[1].value);
  }
  return std::nullopt;
}

// 2025年3月3日, 2025年3月
std::optional<WrittenDate> signed_date(const DateParts& parts) {
  const std::size_t size = parts.size();
  const bool signs = size >= 4 && is_date_sign(parts[1].text) && is_date_sign(parts[3].text);
  if (!signs || !parts[0].is_year() || !parts[2].is_short()) return std::nullopt;
  if (size == 4) return month_date(parts[0].value, parts[2].value);
  const bool day = size == 6 && parts[4].is_short() && is_date_sign(parts[5].text);
  return day ? std::optional(day_date(parts[0].value, parts[2].value, parts[4].value)) : std::nullopt;
}

// The shapes of numbers and separators: Y-M-D, D.M.Y, M/D/Y, Y/M, M/Y, D/M Y. Where the order is known, a year of two
// digits will do.
std::optional<WrittenDate> number_date(const DateParts& parts, const Beside& beside) {
  const std::size_t size = parts.size();
  if (size < 3 || !is_separator(parts[1])) return std::nullopt;
  if (size == 3) {
    if (parts[0].is_year() && parts[2].is_short()) return month_date(parts[0].value, parts[2].value);
    if (parts[2].is_year() && parts[0].is_short()) return month_date(parts[2].value, parts[0].value);
    return std::nullopt;
  }
  const bool apart = size == 5 && parts[3].is(parts[1].text);
  if ((!apart && (size != 4 || !parts[1].is("/"))) || !parts[2].is_short()) return std::nullopt;
  const DatePart& last = parts[size - 1];
  if (parts[0].is_year() && last.is_short()) return day_date(parts[0].value, parts[2].value, last.value);
  const bool year = last.is_year() || (apart && last.is_short() && beside.order != DateOrder::unknown);
  if (!parts[0].is_short() || !year) return std::nullopt;
  return numeric_date(parts[0].value, parts[2].value, whole_year(last), beside, parts[1].is("."));
}

// The basic form of ISO 8601, and the same without its T: 20250303, 20250303T101500Z, 202503031015, 20250303101500.
std::optional<WrittenDate> basic_date(const DateParts& parts) {
  if (parts.empty() || parts[0].kind != DatePart::number) return std::nullopt;
  const std::string& digits = parts[0].text;
  if (digits.size() != 8 && digits.size() != 12 && digits.size() != 14) return std::nullopt;
  const int number = std::stoi(digits.substr(0, 8));
  if (number < 15000000 || number >= 22000000) return std::nullopt;
  WrittenDate day = day_date(number / 10000, number / 100 % 100, number % 100);
  std::string time = digits.substr(8);
  std::size_t end = 1;
  if (time.empty() && parts.size() > 2 && parts[1].is("t") && parts[2].kind == DatePart::number) {
    time = parts[2].text;
    end = 3;
  }
  if (parts.size() == end && time.empty()) return day;
  if (time.size() != 4 && time.size() != 6) return std::nullopt;
  std::string zone;
  for (; end < parts.size(); ++end) zone += parts[end].is("z") ? "Z" : parts[end].text;
  if (zone.size() == 5) zone.insert(3, ":");
  if (time.size() == 4) time += "00";
  if (!day.date) return zone.empty() && digits.size() == 8 ? std::optional(day) : std::nullopt;
  const auto timed = parse_iso_date(day.date->iso + "T" + time.substr(0, 2) + ":" + time.substr(2, 2) + ":" +
                                    time.substr(4, 2) + zone);
  if (timed) return WrittenDate{timed};
  return digits.size() == 8 ? std::optional(day) : std::nullopt;
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
  read_eras(parts);
  read_thai_years(parts);
  name_months(parts);
  Beside beside{order, clock.has_value(), std::nullopt};
  if (!keep_date(parts, beside)) return std::nullopt;
  std::optional<WrittenDate> written = basic_date(parts);
  if (!written) written = named_date(parts, beside.timed);
  if (!written) written = signed_date(parts);
  if (!written) written = number_date(parts, beside);
  if (written && written->date && clock) written->date = at_clock(*written->date, *clock);
  return written;
}

}  // namespace backfile
