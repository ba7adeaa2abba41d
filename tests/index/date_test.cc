#include "index/date.h"

#include <doctest/doctest.h>

#include <vector>

#include "index/sort_key.h"

using namespace backfile;

TEST_CASE("an ISO date is as precise as it is written") {
  struct Case {
    const char* text;
    const char* iso;
    Precision precision;
  };
  const std::vector<Case> table{
      {"2025", "2025", Precision::year},
      {"2025-03", "2025-03", Precision::month},
      {"2025-03-03", "2025-03-03", Precision::day},
      {"2024-02-29", "2024-02-29", Precision::day},
      {"2025-03-03T19:00:05+08:00", "2025-03-03T19:00:05+08:00", Precision::second},
      {"2025-03-03T19:00:05.123Z", "2025-03-03T19:00:05Z", Precision::second},
      {"2025-03-03 19:00", "2025-03-03T19:00:00", Precision::second},
      {"2025-03-03t19:00:05-0530", "2025-03-03T19:00:05-05:30", Precision::second},
      {"1987-02-26T15:01:01.79", "1987-02-26T15:01:01", Precision::second},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z", Precision::second},
  };
  for (const Case& row : table) {
    CAPTURE(row.text);
    const auto date = parse_iso_date(row.text);
    REQUIRE(date);
    CHECK(date->iso == row.iso);
    CHECK(date->precision == row.precision);
    CHECK(parse_iso_date(date->iso) == date);
  }
}

TEST_CASE("what is no date, or a day that does not exist, is refused") {
  for (const char* text :
       {"", "25", "2025-", "2025-13", "2025-00", "2025-02-29", "2025-3-3", "2025-03-03T", "0999-01-01",
        "2025-03-03T25:00", "2025-03-03T10:00:00+99:00", "2025-03-03x", "03/03/2025", "２０２５"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_date(text));
  }
}

TEST_CASE("a date knows the first and last day of its period") {
  CHECK(make_date(2024).first() == Day{2024, 1, 1});
  CHECK(make_date(2024).last() == Day{2024, 12, 31});
  CHECK(make_date(2024, 2).first() == Day{2024, 2, 1});
  CHECK(make_date(2024, 2).last() == Day{2024, 2, 29});
  CHECK(make_date(2024, 2, 3).last() == Day{2024, 2, 3});
  CHECK(parse_iso_date("2025-03-03T23:30:00-05:00")->last() == Day{2025, 3, 3});
}

TEST_CASE("seconds count from 1970 in UTC") {
  CHECK(make_date(1970).epoch_seconds() == 0);
  CHECK(make_date(1969, 12, 31).epoch_seconds() == -86400);
  CHECK(parse_iso_date("2025-03-03T08:00:00+08:00")->epoch_seconds() == make_date(2025, 3, 3).epoch_seconds());
}

TEST_CASE("sort keys order dates as bytes, both ways") {
  const std::vector<Date> rising{make_date(1000),        make_date(1969, 12, 31),
                                 make_date(1970, 1, 1),  make_date(2025, 3),
                                 make_date(2025, 3, 3),  *parse_iso_date("2025-03-03T08:00:00Z"),
                                 make_date(9999, 12, 31)};
  for (std::size_t i = 1; i < rising.size(); ++i) {
    CAPTURE(rising[i].iso);
    CHECK(newest_first_key(rising[i - 1]) <= newest_first_key(rising[i]));
    CHECK(oldest_first_key(rising[i - 1]) >= oldest_first_key(rising[i]));
  }
  CHECK(newest_first_key(rising[0]) < newest_first_key(rising[6]));
}
