#include "indexer/cleaning/date_parts.h"

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

  // "kl. 10.15", "10.15 Uhr"
  bool is_called_time() const {
    if (at(3).is("uhr") || at(3).is("uur")) return true;
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
    if (!morning && !afternoon) return read_half_before(clock);
    end_ += dotted ? (at(end_ + 3).is(".") ? 4 : 3) : 1;
    if (clock.hour == 12) clock.hour = 0;
    if (afternoon) clock.hour += 12;
  }

  void read_half_before(Clock& clock) {
    const bool afternoon = begin_ > 0 && is_afternoon(parts_[begin_ - 1].text);
    const bool introduced = begin_ > 0 && parts_[begin_ - 1].is("as");  // Portuguese "às 10h15"
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
    if ((at(end_).is("+") || at(end_).is("-")) && at(end_ + 1).kind == DatePart::number) {
      const DatePart& hours = at(end_ + 1);
      const int sign = at(end_).is("-") ? -1 : 1;
      const bool colon = at(end_ + 2).is(":") && at(end_ + 3).is_short();
      if (hours.text.size() == 4) clock.offset = sign * (hours.value / 100 * 60 + hours.value % 100);
      if (hours.text.size() <= 2) clock.offset = sign * (hours.value * 60 + (colon ? at(end_ + 3).value : 0));
      end_ += colon ? 4 : 2;
    }
    while (is_time_word(at(end_).text)) ++end_;
    if (at(end_).is(")")) ++end_;
  }

  DateParts& parts_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;  // counted from begin_
};

// Days of the week are written with the signs of months and days: "(月)", "土曜日", "星期日", "월요일".
std::string without_weekday_signs(std::string folded) {
  constexpr std::string_view kSigns[] = {"月", "火", "水", "木", "金", "土", "日", "월", "화", "수", "목", "금", "일"};
  constexpr std::string_view kPlaces[][2] = {{"(", ")"}, {"", "曜日"}, {"", "曜"}, {"", "요일"}};
  constexpr std::string_view kChinese[] = {"星期日", "星期天", "礼拜日", "周日"};
  auto erase = [&](const std::string& piece) {
    if (const std::size_t at = folded.find(piece); at != std::string::npos) folded.replace(at, piece.size(), " ");
  };
  for (const auto& place : kPlaces) {
    for (std::string_view sign : kSigns) erase(std::string(place[0]).append(sign).append(place[1]));
  }
  for (std::string_view day : kChinese) erase(std::string(day));
  return folded;
}

// Arabic and Persian digits as ASCII; 元年 is the first year of an era.
std::string with_plain_digits(const std::string& folded) {
  std::string plain;
  for (std::size_t at = 0; at < folded.size();) {
    const Character c = character_at(folded, at);
    const bool arabic = c.code >= 0x0660 && c.code <= 0x0669;
    const bool persian = c.code >= 0x06F0 && c.code <= 0x06F9;
    if (arabic || persian) {
      plain += static_cast<char>('0' + (c.code & 0xF));
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
