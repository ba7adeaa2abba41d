#include "indexer/cleaning/date_parts.h"

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
      const bool colon = at(1).is(":") || at(1).is("h");
      if (at(0).is_short() && colon && at(2).is_short() && at(2).text.size() == 2) return read();
    }
    return std::nullopt;
  }

 private:
  const DatePart& at(std::size_t offset) const {
    static const DatePart kNone;
    return begin_ + offset < parts_.size() ? parts_[begin_ + offset] : kNone;
  }

  Clock read() {
    Clock clock{at(0).value, at(2).value, 0, std::nullopt};
    end_ = 3;
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

}  // namespace

bool is_date_sign(std::string_view text) {
  return text == "年" || text == "月" || text == "日" || text == "년" || text == "월" || text == "일";
}

DateParts date_parts_of(std::string_view folded) {
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
