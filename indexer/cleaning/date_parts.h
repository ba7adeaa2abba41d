// The pieces of a written date: numbers, words and symbols, and the time of day among them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// One run of digits or letters, or one symbol.
struct DatePart {
  enum Kind { number, word, symbol } kind = symbol;
  std::string text;
  int value = 0;  // of a number with at most eight digits

  bool is(std::string_view wanted) const { return text == wanted; }
  bool is_year() const { return kind == number && text.size() == 4 && value >= 1600; }  // the first papers: 1605
  bool is_short() const { return kind == number && text.size() <= 2; }
};
using DateParts = std::vector<DatePart>;

// The parts of a folded text (index/fold.h); white space is left out. "年", "월" and such are parts of their own.
DateParts date_parts_of(std::string_view folded);

// One of 年 月 日 and their Korean forms.
bool is_date_sign(std::string_view text);

struct Clock {
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::optional<int> offset;  // minutes east of UTC
};

// Takes a time of day ("15:01:01.79 GMT", "10:15 a.m. EST", "10h15") with what belongs to it out of `parts`.
std::optional<Clock> take_clock(DateParts& parts);

}  // namespace backfile
