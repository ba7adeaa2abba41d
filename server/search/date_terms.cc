#include "server/search/date_terms.h"

#include "index/schema.h"
#include "index/term.h"

namespace backfile {
namespace {

Day day_after(Day day) {
  if (day.day < days_in_month(day.year, day.month)) return {day.year, day.month, day.day + 1};
  if (day.month < 12) return {day.year, day.month + 1, 1};
  return {day.year + 1, 1, 1};
}

}  // namespace

std::vector<std::string> date_terms(Day first, Day last) {
  std::vector<std::string> terms;
  for (Day day = first; day <= last;) {
    Day end{day.year, 12, 31};
    if (day.month == 1 && day.day == 1 && end <= last) {
      terms.push_back(prefixed_term(kYearPrefix, make_date(day.year).iso));
      day = day_after(end);
      continue;
    }
    end = {day.year, day.month, days_in_month(day.year, day.month)};
    if (day.day == 1 && end <= last) {
      terms.push_back(prefixed_term(kMonthPrefix, make_date(day.year, day.month).iso));
      day = day_after(end);
      continue;
    }
    terms.push_back(prefixed_term(kDayPrefix, make_date(day.year, day.month, day.day).iso));
    day = day_after(day);
  }
  return terms;
}

}  // namespace backfile
