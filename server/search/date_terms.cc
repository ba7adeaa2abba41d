#include "server/search/date_terms.h"

#include <algorithm>

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

Xapian::Query date_range_query(const Xapian::Database& database, std::optional<Day> first, std::optional<Day> last) {
  const auto year_of = [&](const std::string& term) { return std::stoi(term.substr(kYearPrefix.size() + 1, 4)); };
  const std::string years = std::string(kYearPrefix) + ":";
  int first_year = 0;
  int last_year = 0;
  for (auto term = database.allterms_begin(years); term != database.allterms_end(years); ++term) {
    last_year = year_of(*term);
    if (first_year == 0) first_year = last_year;
  }
  if (first_year == 0) return Xapian::Query::MatchNothing;
  const Day begin = std::max(first.value_or(Day{first_year, 1, 1}), Day{first_year, 1, 1});
  const Day end = std::min(last.value_or(Day{last_year, 12, 31}), Day{last_year, 12, 31});
  const std::vector<std::string> terms = date_terms(begin, end);
  const Xapian::Query days(Xapian::Query::OP_OR, terms.begin(), terms.end());
  return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, days, 0);
}

}  // namespace backfile
