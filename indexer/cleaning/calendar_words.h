// The words of dates: months, days of the week and time zones, folded (index/fold.h), in the languages that
// written_date.h names.
#pragma once

#include <optional>
#include <string_view>

namespace backfile {

// 1 to 12 for "march", "mar", "marz", "mars", "marzo" …
std::optional<int> month_of_word(std::string_view folded);

// "monday", "mon", "lundi", "mo" … "mar" is a month here, though French Tuesdays are written so as well.
bool is_weekday(std::string_view folded);

// Small words and endings that stand inside dates and say nothing: "the", "of", "de", "am", "th".
bool is_date_filler(std::string_view folded);

// The year before the first of an era of Japan or of the Republic of China: 2018 for "令和", 1911 for "民国".
std::optional<int> first_year_of_era(std::string_view folded);

// Words before a time that say that it is one after noon: "下午", "오후".
bool is_afternoon(std::string_view folded);

// Minutes east of UTC: UTC, GMT, the American zones of RFC 822, and Central European time.
std::optional<int> offset_of_zone(std::string_view folded);

// Words behind a time that name a zone whose offset is not certain, or just say that this is a time ("uhr", "ist").
bool is_time_word(std::string_view folded);

}  // namespace backfile
