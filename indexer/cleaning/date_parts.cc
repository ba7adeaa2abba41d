#include "indexer/cleaning/date_parts.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>

#include "index/character.h"
#include "indexer/cleaning/calendar_words.h"

namespace backfile {
namespace {

DatePart::Kind kind_of(CodePoint c) {
  if (c < 0x80 && is_digit(c)) return DatePart::number;
  return is_letter(c) || is_mark(c) ? DatePart::word : DatePart::symbol;
}

// Takes a time of day with what belongs to it out of `parts`.
class ClockTaker {
 public:
  explicit ClockTaker(DateParts& parts) : parts_(parts) {}

  std::optional<Clock> take() {
    for (begin_ = 0; begin_ + 2 < parts_.size(); ++begin_) {
      const bool numbers = at(0).is_short() && at(2).is_short() && at(2).text.size() == 2;
      const bool colon = is_colon(at(1).text) || (at(1).is(".") && is_called_time());
      if (numbers && colon) return read();
    }
    for (begin_ = 0; begin_ + 1 < parts_.size(); ++begin_) {
      const bool hour = at(0).is_short() && at(0).value >= 1 && at(0).value <= 12;
      if (hour && half_of_day(1)) return read_hour();
    }
    return std::nullopt;
  }

 private:
  const DatePart& at(std::size_t offset) const {
    static const DatePart kNone;
    return begin_ + offset < parts_.size() ? parts_[begin_ + offset] : kNone;
  }

  static bool is_colon(std::string_view text) {
    for (std::string_view sign : {":", "h", "時", "时", "点", "시"}) {
      if (text == sign) return true;
    }
    return false;
  }

  // "am", "p.m." at an offset: how many parts it takes, and whether it is after noon.
  struct Half {
    std::size_t parts = 0;
    bool afternoon = false;
  };
  std::optional<Half> half_of_day(std::size_t offset) const {
    const bool dotted = at(offset + 1).is(".") && at(offset + 2).is("m");
    const bool morning = at(offset).is("am") || at(offset).is("ص") || (at(offset).is("a") && dotted);
    const bool afternoon = at(offset).is("pm") || at(offset).is("م") || (at(offset).is("p") && dotted);
    if (!morning && !afternoon) return std::nullopt;
    const bool letters = at(offset).is("a") || at(offset).is("p");
    return Half{!letters ? 1u : at(offset + 3).is(".") ? 4u : 3u, afternoon};
  }

  // "kl. 10.15", "10.15 Uhr", "10.15am", "10.15 GMT"
  bool is_called_time() const {
    if (at(3).is("uur") || is_time_word(at(3).text) || offset_of_zone(at(3).text) || half_of_day(3)) return true;
    std::size_t before = begin_;
    while (before > 0 && parts_[before - 1].is(".")) --before;
    if (before == 0) return false;
    for (std::string_view word : {"kl", "klo", "klockan", "klokken", "klokka", "ore", "ora", "alle", "saat"}) {
      if (parts_[before - 1].is(word)) return true;
    }
    return false;
  }

  Clock read() {
    Clock clock{at(0).value, at(2).value, 0, std::nullopt};
    end_ = at(3).is("分") || at(3).is("분") ? 4 : 3;
    if (at(3).is(":") && at(4).is_short()) {
      clock.second = at(4).value;
      end_ = 5;
      if ((at(5).is(".") || at(5).is(",")) && at(6).kind == DatePart::number) end_ = 7;
    }
    return finish(clock);
  }

  Clock finish(Clock& clock) {
    read_half(clock);
    read_zone(clock);
    parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(begin_),
                 parts_.begin() + static_cast<std::ptrdiff_t>(begin_ + end_));
    return clock;
  }

  // "7 AM"
  Clock read_hour() {
    Clock clock{at(0).value, 0, 0, std::nullopt};
    end_ = 1;
    return finish(clock);
  }

  void read_half(Clock& clock) {
    const auto half = half_of_day(end_);
    if (!half) return read_half_before(clock);
    end_ += half->parts;
    if (clock.hour == 12) clock.hour = 0;
    if (half->afternoon && clock.hour < 12) clock.hour += 12;
  }

  void read_half_before(Clock& clock) {
    const bool afternoon = begin_ > 0 && is_afternoon(parts_[begin_ - 1].text);
    const bool introduced = begin_ > 0 && (parts_[begin_ - 1].is("as") || parts_[begin_ - 1].is("t"));  // "às 10h15"
    if (!afternoon && !introduced) return;
    if (afternoon && clock.hour < 12) clock.hour += 12;
    --begin_;
    ++end_;
  }

  void read_zone(Clock& clock) {
    if (at(end_).is("(")) ++end_;
    if (const auto offset = offset_of_zone(at(end_).text)) {
      clock.offset = *offset;
      ++end_;
    }
    read_offset(clock);
    while (is_time_word(at(end_).text)) ++end_;
    if (at(end_).is(")")) ++end_;
    skip_name_of_zone();
  }

  // "+01:00", "-0500", "+2". A hyphen before a day is none: "10:15 - 5 March 2025".
  void read_offset(Clock& clock) {
    if ((!at(end_).is("+") && !at(end_).is("-")) || at(end_ + 1).kind != DatePart::number) return;
    const DatePart& hours = at(end_ + 1);
    const int sign = at(end_).is("-") ? -1 : 1;
    const bool colon = at(end_ + 2).is(":") && at(end_ + 3).is_short();
    const DatePart& behind = at(end_ + 2);
    const bool last = behind.text.empty() || behind.is(")") || behind.is("(") || behind.is("[");
    if (hours.text.size() == 4) {
      clock.offset = sign * (hours.value / 100 * 60 + hours.value % 100);
    } else if (hours.is_short() && (colon || last)) {
      clock.offset = sign * (hours.value * 60 + (colon ? at(end_ + 3).value : 0));
    } else {
      return;
    }
    end_ += colon ? 4 : 2;
  }

  // "(Coordinated Universal Time)", "[Europe/Berlin]"
  void skip_name_of_zone() {
    if (!at(end_).is("(") && !at(end_).is("[")) return;
    std::size_t end = end_ + 1;
    while (at(end).kind == DatePart::word || at(end).is("/") || at(end).is("_")) ++end;
    if (at(end).is(")") || at(end).is("]")) end_ = end + 1;
  }

  DateParts& parts_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;  // counted from begin_
};

// Days of the week are written with the signs of months and days, and with numbers: "(月)", "土曜日", "星期日",
// "월요일",
// "(二)".
std::string without_weekday_signs(std::string folded) {
  constexpr std::string_view kSigns[] = {"月", "火", "水", "木", "金", "土", "日", "월", "화", "수", "목", "금", "일"};
  constexpr std::string_view kNumbers[] = {"一", "二", "三", "四", "五", "六"};
  constexpr std::string_view kPlaces[][2] = {{"(", ")"}, {"", "曜日"}, {"", "曜"}, {"", "요일"}};
  constexpr std::string_view kChinese[] = {"星期日", "星期天", "礼拜日", "周日"};
  auto erase = [&](const std::string& piece) {
    if (const std::size_t at = folded.find(piece); at != std::string::npos) folded.replace(at, piece.size(), " ");
  };
  for (const auto& place : kPlaces) {
    for (std::string_view sign : kSigns) erase(std::string(place[0]).append(sign).append(place[1]));
  }
  for (std::string_view number : kNumbers) erase("(" + std::string(number) + ")");
  for (std::string_view day : kChinese) erase(std::string(day));
  return folded;
}

// The value of one of the digits 〇 to 九 and of 十, and -1.
int value_of_han(CodePoint c) {
  constexpr CodePoint kDigits[] = {0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                   0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
  if (c == 0x3007) return 0;
  const auto found = std::ranges::find(kDigits, c);
  return found == std::end(kDigits) ? -1 : static_cast<int>(found - std::begin(kDigits));
}

// A number in Han digits at byte `at`, before a sign of dates: "二〇二五" (年), "十一" (月), "三十" (日). Its end
// there.
std::optional<std::string> take_han_number(std::string_view folded, std::size_t& at) {
  std::string number;
  std::size_t end = at;
  for (Character c = character_at(folded, end); value_of_han(c.code) >= 0; c = character_at(folded, end)) {
    const bool ten = value_of_han(c.code) == 10;
    const bool more = value_of_han(character_at(folded, c.end).code) >= 0;
    if (!ten) number += static_cast<char>('0' + value_of_han(c.code));
    if (ten && number.empty()) number += '1';
    if (ten && !more) number += '0';
    end = c.end;
  }
  if (number.empty()) return std::nullopt;
  const std::string_view behind = folded.substr(end);
  if (!behind.starts_with("年") && !behind.starts_with("月") && !behind.starts_with("日")) return std::nullopt;
  at = end;
  return number;
}

// Digits of every script as ASCII; 元年 is the first year of an era.
std::string with_plain_digits(const std::string& folded) {
  std::string plain;
  for (std::size_t at = 0; at < folded.size();) {
    if (const auto number = take_han_number(folded, at)) {
      plain += *number;
      continue;
    }
    const Character c = character_at(folded, at);
    if (const std::int32_t digit = u_charDigitValue(c.code); digit >= 0) {
      plain += static_cast<char>('0' + digit);
    } else if (c.code == 0x5143 && folded.compare(c.end, 3, "年") == 0) {
      plain += '1';
    } else {
      plain += folded.substr(at, c.end - at);
    }
    at = c.end;
  }
  return plain;
}

}  // namespace

bool is_date_sign(std::string_view text) {
  return text == "年" || text == "月" || text == "日" || text == "년" || text == "월" || text == "일";
}

DateParts date_parts_of(std::string_view written) {
  std::string plain;
  std::string_view folded = written;
  if (!std::ranges::all_of(written, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    folded = plain = with_plain_digits(without_weekday_signs(std::string(written)));
  }
  DateParts parts;
  DatePart::Kind before = DatePart::symbol;
  for (std::size_t at = 0; at < folded.size();) {
    const Character c = character_at(folded, at);
    const std::string_view text = folded.substr(at, c.end - at);
    at = c.end;
    const DatePart::Kind kind = kind_of(c.code);
    const bool joins = kind != DatePart::symbol && kind == before && !is_date_sign(parts.back().text);
    before = kind;
    if (c.code == ' ') continue;
    if (joins) {
      parts.back().text += text;
    } else {
      parts.push_back({kind, std::string(text), 0});
    }
  }
  for (DatePart& part : parts) {
    if (part.kind == DatePart::number && part.text.size() <= 8) part.value = std::stoi(part.text);
  }
  return parts;
}

std::optional<Clock> take_clock(DateParts& parts) { return ClockTaker(parts).take(); }

}  // namespace backfile
