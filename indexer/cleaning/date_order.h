// Day first or month first: how dates of a site are written in numbers (01/02/2025).
//
// Told by the dates of the article itself that can be read one way alone, where all agree; else by the region of its
// language tag, the country of its address, and its language; else by the configuration (indexer.date_order). Month
// first is the United States' order (and Palau's, the Marshall Islands') in English, day first that of nearly all
// others (Unicode CLDR, "yMd"). Unknown are English without a region on an address without a country, for half of it is
// American, and Canada and the Philippines. Each article is told by itself: a file read from where it had ended gives
// what it gives read as a whole.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "indexer/cleaning/written_date.h"

namespace backfile {

// `language`: a BCP 47 tag or nothing; `url`: absolute, or nothing.
DateOrder order_of_site(std::string_view language, std::string_view url);

// Gathers what lines of a page show.
class DateOrderEvidence {
 public:
  // Looks at each date in numbers in the line.
  void add(std::string_view line);
  // Unknown where there is none, or they disagree.
  DateOrder order() const;

 private:
  bool day_first_ = false;
  bool month_first_ = false;
};

// The first order that is known.
DateOrder first_known(std::initializer_list<DateOrder> orders);

// "day_first", "month_first", or "" for unknown; nothing for any other word.
std::optional<DateOrder> date_order_from_name(std::string_view name);

}  // namespace backfile
