// Headlines of pages (html/page_headline.h) and days in addresses (cleaning/url_date.h).
#include "indexer/html/page_headline.h"

#include <doctest/doctest.h>

#include "indexer/cleaning/url_date.h"

using namespace backfile;

TEST_CASE("the site's name comes off a title, in front and behind") {
  struct Case {
    std::string title;
    std::string publication;
    std::string headline;
  };
  const Case cases[] = {
      {"Fog closes harbour | The Echo", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour - Sea - Echo", "The Echo", "Fog closes harbour - Sea"},
      {"The Echo: Fog closes harbour", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour — THE ECHO", "The Echo", "Fog closes harbour"},
      {"Pilots – who needs them?", "The Echo", "Pilots – who needs them?"},
      {"Fog: a history", "", "Fog: a history"},
      {"Why fog closes our harbour | Some Paper", "", "Why fog closes our harbour"},
      {"Some Paper | Why fog closes our harbour", "", "Why fog closes our harbour"},
      {"Why fog closes harbours | Causes, costs, and what ports can do", "", "Why fog closes harbours"},
      {"The Echo", "The Echo", "The Echo"},
      {"", "The Echo", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.title);
    CHECK(without_site_name(one.title, one.publication) == one.headline);
  }
}

TEST_CASE("a heading that agrees with the title is the headline") {
  CHECK(choose_headline(
            {{"The Echo", "Fog closes harbour for third day"}, {}, "Fog closes harbour | Echo", "The Echo"}) ==
        "Fog closes harbour for third day");
  CHECK(choose_headline({{"Newsletter"}, {"Fog closes harbour"}, "The Echo", "The Echo"}) == "Fog closes harbour");
  CHECK(choose_headline({{}, {}, "Fog closes harbour | The Echo", "The Echo"}) == "Fog closes harbour");
  CHECK(choose_headline({{"Fog"}, {}, "", ""}) == "Fog");
  CHECK(choose_headline({}).empty());
  CHECK(choose_headline(
            {{"History of fog"}, {}, "History of fog | Causes, Ports, Ships, Facts, & Timeline | Echo", ""}) ==
        "History of fog");
  CHECK(choose_headline({{"Learn More: Fog"}, {}, "Learn More: Fog | The Partnership for Clear Harbours", ""}) ==
        "Learn More: Fog");
  CHECK(choose_headline({{"fog extension for Charts", "Fog: Shared History of Ports"},
                         {},
                         "Fog: Shared History of Ports — fog extension for Charts",
                         ""}) == "Fog: Shared History of Ports");
}

TEST_CASE("the day of an address is found, and numbers that are no day are not") {
  struct Case {
    std::string url;
    std::string day;
  };
  const Case cases[] = {
      {"https://echo.example/2025/03/03/fog", "2025-03-03"},
      {"https://echo.example/fog-2025-03-03.html", "2025-03-03"},
      {"https://echo.example/20250303/fog", "2025-03-03"},
      {"https://echo.example/2025/13/03/fog", ""},
      {"https://echo.example/2025/03-03/fog", ""},
      {"https://echo.example/article/120250303", ""},
      {"https://echo.example/2025030399", ""},
      {"https://echo.example/2025/3/", ""},
      {"", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.url);
    const auto date = date_of_url(one.url);
    CHECK((date ? date->iso : "") == one.day);
  }
}
