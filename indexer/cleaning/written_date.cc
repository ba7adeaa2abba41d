#include "indexer/cleaning/written_date.h"

#include <cstdio>
#include <string>
#include <vector>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/calendar_words.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestDate = 100;  // bytes

struct Part {
  enum Kind { number, word, symbol } kind = symbol;
  std::string text;
  int value = 0;  // of a number with at most eight digits

  bool is(std::string_view wanted) const { return text == wanted; }
  bool is_year() const { return kind == number && text.size() == 4 && value >= 1000; }
  bool is_short() const { return kind == number && text.size() <= 2; }
};
using Parts = std::vector<Part>;

Part::Kind kind_of(CodePoint c) {
  if (c < 0x80 && is_digit(c)) return Part::number;
  return is_letter(c) || is_mark(c) ? Part::word : Part::symbol;
}

bool is_date_sign(std::string_view text) {
  return text == "年" || text == "月" || text == "日" || text == "년" || text == "월" || text == "일";
}

// Runs of digits, runs of letters, single symbols; white space is left out.
Parts parts_of(std::string_view folded) {
  Parts parts;
  Part::Kind before = Part::symbol;
  for (std::size_t at = 0; at < folded.size();) {
    const Character c = character_at(folded, at);
    const std::string_view text = folded.substr(at, c.end - at);
    at = c.end;
    const Part::Kind kind = kind_of(c.code);
    const bool joins = kind != Part::symbol && kind == before && !is_date_sign(parts.back().text);
    before = kind;
    if (c.code == ' ') continue;
    if (joins) {
      parts.back().text += text;
    } else {
      parts.push_back({kind, std::string(text), 0});
    }
  }
  for (Part& part : parts) {
    if (part.kind == Part::number && part.text.size() <= 8) part.value = std::stoi(part.text);
  }
  return parts;
}

struct Clock {
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::optional<int> offset;  // minutes
};

// Takes a time of day with what belongs to it out of `parts`.
class ClockTaker {
 public:
  explicit ClockTaker(Parts& parts) : parts_(parts) {}

  std::optional<Clock> take() {
    for (begin_ = 0; begin_ + 2 < parts_.size(); ++begin_) {
      const bool colon = at(1).is(":") || at(1).is("h");
      if (at(0).is_short() && colon && at(2).is_short() && at(2).text.size() == 2) return read();
    }
    return std::nullopt;
  }

 private:
  const Part& at(std::size_t offset) const {
    static const Part kNone;
    return begin_ + offset < parts_.size() ? parts_[begin_ + offset] : kNone;
  }

  Clock read() {
    Clock clock{at(0).value, at(2).value, 0, std::nullopt};
    end_ = 3;
    if (at(3).is(":") && at(4).is_short()) {
      clock.second = at(4).value;
      end_ = 5;
      if ((at(5).is(".") || at(5).is(",")) && at(6).kind == Part::number) end_ = 7;
    }
    read_half(clock);
    read_zone(clock);
    parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(begin_),
                 parts_.begin() + static_cast<std::ptrdiff_t>(begin_ + end_));
    return clock;
  }

  void read_half(Clock& clock) {
    const bool dotted = at(end_ + 1).is(".") && at(end_ + 2).is("m");
    const bool morning = at(end_).is("am") || (at(end_).is("a") && dotted);
    const bool afternoon = at(end_).is("pm") || (at(end_).is("p") && dotted);
    if (!morning && !afternoon) return;
    end_ += dotted ? (at(end_ + 3).is(".") ? 4 : 3) : 1;
    if (clock.hour == 12) clock.hour = 0;
    if (afternoon) clock.hour += 12;
  }

  void read_zone(Clock& clock) {
    if (at(end_).is("(")) ++end_;
    if (const auto offset = offset_of_zone(at(end_).text)) {
      clock.offset = *offset;
      ++end_;
    }
    if ((at(end_).is("+") || at(end_).is("-")) && at(end_ + 1).kind == Part::number) {
      const Part& hours = at(end_ + 1);
      const int sign = at(end_).is("-") ? -1 : 1;
      const bool colon = at(end_ + 2).is(":") && at(end_ + 3).is_short();
      if (hours.text.size() == 4) clock.offset = sign * (hours.value / 100 * 60 + hours.value % 100);
      if (hours.text.size() <= 2) clock.offset = sign * (hours.value * 60 + (colon ? at(end_ + 3).value : 0));
      end_ += colon ? 4 : 2;
    }
    while (is_time_word(at(end_).text)) ++end_;
    if (at(end_).is(")")) ++end_;
  }

  Parts& parts_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;  // counted from begin_
};

bool is_separator(const Part& part) {
  return part.kind == Part::symbol && (part.is(".") || part.is("/") || part.is("-") || is_date_sign(part.text));
}

// Only months, numbers and the separators between two numbers; false where anything else is in it.
bool keep_date(Parts& parts) {
  Parts kept;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& part = parts[i];
    if (part.kind == Part::number || is_date_sign(part.text) || month_of_word(part.text)) {
      kept.push_back(part);
    } else if (part.kind == Part::word) {
      if (!is_weekday(part.text) && !is_date_filler(part.text)) return false;
    } else if (is_separator(part)) {
      const bool between =
          i > 0 && i + 1 < parts.size() && parts[i - 1].kind == Part::number && parts[i + 1].kind == Part::number;
      if (between) kept.push_back(part);
    } else if (!part.is(",") && !part.is("(") && !part.is(")") && !part.is("|") && !part.is("–") && !part.is("·")) {
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
WrittenDate numeric_date(const Part& first, const Part& second, int year, bool dots) {
  const int a = first.value;
  const int b = second.value;
  if (dots || a > 12 || a == b) return day_date(year, b, a);
  if (b > 12) return day_date(year, a, b);
  return {};
}

// RFC 2822, 4.3.
int whole_year(const Part& part) {
  return part.text.size() > 2 ? part.value : part.value + (part.value < 50 ? 2000 : 1900);
}

// The shapes with a month's name: D M Y, M D Y, Y M D, M Y, Y M. `timed`: a year of two digits will do.
std::optional<WrittenDate> named_date(const Parts& parts, bool timed) {
  auto is_month = [&](std::size_t i) { return parts[i].kind == Part::word && month_of_word(parts[i].text); };
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
std::optional<WrittenDate> number_date(const Parts& parts) {
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
    return numeric_date(parts[0], parts[2], parts[4].value, parts[1].is("."));
  }
  return std::nullopt;
}

// 20250303, 20250303T101500, 20250303T101500Z (ISO 8601, basic form).
std::optional<WrittenDate> basic_date(const Parts& parts) {
  if (parts.empty() || parts[0].kind != Part::number || parts[0].text.size() != 8) return std::nullopt;
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

std::optional<WrittenDate> read_written_date(std::string_view text) {
  if (text.size() > kLongestDate) return std::nullopt;
  if (const auto date = parse_iso_date(text)) return WrittenDate{date};
  Parts parts = parts_of(fold_label(text));
  if (auto basic = basic_date(parts)) return basic;
  const std::optional<Clock> clock = ClockTaker(parts).take();
  if (!keep_date(parts)) return std::nullopt;
  if (parts.size() == 4 && parts[0].is("mar")) parts.erase(parts.begin());  // French: "mar. 4 mars 2025"
  auto written = named_date(parts, clock.has_value());
  if (!written) written = number_date(parts);
  if (written && written->date && clock) written->date = at_clock(*written->date, *clock);
  return written;
}

}  // namespace backfile
