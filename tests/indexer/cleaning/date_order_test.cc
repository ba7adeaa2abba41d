// Day first or month first (cleaning/date_order.h).
#include "indexer/cleaning/date_order.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace backfile;

TEST_CASE("where two numbers could both be the day, the order of the site tells") {
  struct Order {
    std::string text;
    DateOrder order;
    std::string iso;
  };
  const Order table[] = {
      {"01/02/2025", DateOrder::day_first, "2025-02-01"},
      {"01/02/2025", DateOrder::month_first, "2025-01-02"},
      {"01/02/2025", DateOrder::unknown, "?"},
      {"1-2-2025", DateOrder::day_first, "2025-02-01"},
      {"01.02.2025", DateOrder::month_first, "2025-02-01"},
      {"14/01/2025", DateOrder::month_first, "2025-01-14"},
      {"01/14/2025", DateOrder::day_first, "2025-01-14"},
      {"31/02/2025", DateOrder::day_first, "?"},
      {"13/13/2025", DateOrder::month_first, "?"},
      {"2025/01/02", DateOrder::month_first, "2025-01-02"},
  };
  for (const Order& row : table) {
    CAPTURE(row.text);
    const auto written = read_written_date(row.text, row.order);
    REQUIRE(written);
    CHECK((written->date ? written->date->iso : "?") == row.iso);
  }
}

TEST_CASE("the order of a site is told by its language and its country, else unknown") {
  struct Site {
    std::string language;
    std::string url;
    DateOrder order;
  };
  const Site table[] = {
      {"en-US", "", DateOrder::month_first},
      {"en-GB", "https://echo.example/", DateOrder::day_first},
      {"en", "https://echo.co.uk/fog", DateOrder::day_first},
      {"en", "https://ECHO.GOV", DateOrder::month_first},
      {"en", "https://echo.com/a.uk", DateOrder::unknown},
      {"en", "https://echo.io", DateOrder::unknown},
      {"en-CA", "https://echo.ca", DateOrder::unknown},
      {"", "", DateOrder::unknown},
      {"", "https://echo.au:8080?a=1", DateOrder::day_first},
      {"fr", "https://echo.com", DateOrder::day_first},
      {"es-US", "https://echo.us", DateOrder::day_first},
      {"zh-Hant-TW", "", DateOrder::day_first},
  };
  for (const Site& site : table) {
    CAPTURE(site.language);
    CAPTURE(site.url);
    CHECK(order_of_site(site.language, site.url) == site.order);
  }
}

TEST_CASE("dates that can be read one way alone tell the order of the others") {
  struct Lines {
    std::vector<std::string> lines;
    DateOrder order;
  };
  const Lines table[] = {
      {{"Fog, 25/12/2024", "Tides, 01/02/2025"}, DateOrder::day_first},
      {{"12/25/2024 and 01/02/2025"}, DateOrder::month_first},
      {{"25/12/2024", "12/25/2024"}, DateOrder::unknown},
      {{"01/02/2025", "25/12", "1/25/3/2024", "45/12/2024", "2024/12/25", "25.12.2024"}, DateOrder::unknown},
      {{}, DateOrder::unknown},
  };
  for (const Lines& row : table) {
    DateOrderEvidence evidence;
    for (const std::string& line : row.lines) evidence.add(line);
    CAPTURE(row.lines.size());
    CHECK(evidence.order() == row.order);
  }
}
