// Names of months and of days of the week in the languages of the world, from Unicode's CLDR (through ICU): in full and
// abbreviated, as they stand in dates and alone. They add to calendar_words.h, which has the spellings of the larger
// languages that CLDR has not; only dates are read by them, for short names of small languages are ordinary words of
// others.
//
// A name is given as its folded words (index/fold.h) with a space between, without dots: "mart", "deireadh fomhair",
// "ม ค". Months of no Gregorian calendar are not among them, nor what names two months: "srp" is July in Croatian,
// August in Czech.
#pragma once

#include <optional>
#include <string_view>

namespace backfile {

// 1 to 12. Names that Croatian has for another month than Polish and Czech ("listopad", "lip") are told by the dot
// behind the day: "5. listopada", "5 listopada".
std::optional<int> month_of_name(std::string_view words, bool behind_dot);

// Is this the first word of a name of several?
bool begins_long_name(std::string_view word);

// The day of the week whose name holds the word: 0 is Sunday; kDisputedWeekday where languages do not agree.
inline constexpr int kDisputedWeekday = -1;
std::optional<int> weekday_of_name(std::string_view word);

}  // namespace backfile
