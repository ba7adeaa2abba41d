// Headlines of pages (html/page_headline.h) and days in addresses (cleaning/url_date.h).
#include "indexer/html/page_headline.h"

#include <doctest/doctest.h>

#include <utility>

#include "indexer/cleaning/url_date.h"
#include "indexer/html/site_name.h"

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
      {"Fog closes harbour :: The Echo", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour : The Echo", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour || The Echo", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour -- The Echo", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour < The Echo", "The Echo", "Fog closes harbour"},
      {"The Echo > Fog closes harbour", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour › The Echo", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour ~ The Echo", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour_The Echo", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour-The Echo", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour|The Echo", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour｜The Echo", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour——The Echo", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour (The Echo)", "The Echo", "Fog closes harbour"},
      {"Fog closes harbour of The Echo", "The Echo", "Fog closes harbour of The Echo"},
      {"Fog closes the lower_case harbour", "", "Fog closes the lower_case harbour"},
      {"The Echo » Blog Archive » Fog closes harbour", "The Echo", "Fog closes harbour"},
      {"大雾第三天关闭港口-回声报网", "回声报网", "大雾第三天关闭港口"},
      {"大雾第三天关闭港口_回声报", "", "大雾第三天关闭港口"},
      {"大雾第三天关闭港口_国际_回声报", "", "大雾第三天关闭港口"},
      {"霧で港が三日間閉鎖される | 回声", "", "霧で港が三日間閉鎖される"},
      {"回声 | 霧で港が三日間閉鎖される", "", "霧で港が三日間閉鎖される"},
      {"The Echo", "The Echo", "The Echo"},
      {"", "The Echo", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.title);
    CHECK(without_site_name(one.title, one.publication) == one.headline);
  }
}

TEST_CASE("a section that metadata name comes off between headline and site") {
  CHECK(without_site_name("Fog closes harbour - Sea - The Echo", "The Echo", "Sea") == "Fog closes harbour");
  CHECK(without_site_name("Fog closes harbour - Sea", "The Echo", "Sea") == "Fog closes harbour - Sea");
}

TEST_CASE("a title that names but the site or a part of it loses against the heading of the text") {
  HeadlineSources sources;
  sources.heading_of_text = "Pilots wait for wind off Aldermouth";
  sources.text = "Forty ships waited outside of the harbour, and the pilots of Aldermouth stayed at home.";
  for (const std::string title :
       {"Daily Courier", "Home", "News", "Untitled", "Index", "New Page 1", "Print", "www.courier.example",
        "Courier - Print version", "The Echo - Home", "The Aldermouth Echo"}) {
    CAPTURE(title);
    sources.title = title;
    sources.headings.first = {sources.heading_of_text};
    CHECK(choose_headline(sources) == sources.heading_of_text);
    sources.headings.first = {};
    sources.headings.lower = {sources.heading_of_text};
    CHECK(choose_headline(sources) == sources.heading_of_text);
  }
  sources.title = "Ships waited outside";  // the text has it rather than the heading
  sources.heading_of_text = "Letters to newspapers";
  CHECK(choose_headline(sources) == sources.title);
  sources.title = "Silent morning once more";  // no shorter than the heading
  CHECK(choose_headline(sources) == sources.title);
  sources.title = "Forty ships and two tugs are in quarantine";  // many words
  sources.heading_of_text = "Pilots of Aldermouth waited";
  CHECK(choose_headline(sources) == sources.title);
  sources.title = "Aldermouth in fog";
  CHECK(choose_headline(sources) == sources.title);
}

TEST_CASE("a title that is the site's name is no headline where there is another") {
  HeadlineSources sources;
  sources.title = sources.publication = "Daily Courier";
  sources.metadata = {"Daily Courier", "Fog closes harbour"};
  CHECK(choose_headline(sources) == "Fog closes harbour");
  sources.metadata = {};
  sources.heading_of_text = "Fog";
  CHECK(choose_headline(sources) == "Fog");
  sources.heading_of_text = "";
  CHECK(choose_headline(sources) == "Daily Courier");
}

TEST_CASE("a kicker in an <h1> comes off where all titles lack it") {
  HeadlineSources sources;
  sources.headings.first = {"Weather Fog closes harbour"};
  sources.headings.kickers = {"Weather"};
  sources.metadata = {"Fog closes harbour"};
  sources.title = "Fog closes harbour | The Echo";
  sources.publication = "The Echo";
  CHECK(choose_headline(sources) == "Fog closes harbour");
  sources.metadata = {"Weather Fog closes harbour"};
  CHECK(choose_headline(sources) == "Weather Fog closes harbour");
  sources.metadata = {};
  sources.headings.kickers = {};
  CHECK(choose_headline(sources) == "Weather Fog closes harbour");
}

namespace {

// Of a page with these <h1>.
std::string headline_of(std::vector<std::string> headings, std::vector<std::string> metadata, std::string title,
                        std::string publication) {
  return choose_headline(
      {{std::move(headings), {}, ""}, std::move(metadata), std::move(title), std::move(publication), ""});
}

}  // namespace

TEST_CASE("a heading that agrees with the title is the headline") {
  CHECK(headline_of({"The Echo", "Fog closes harbour for third day"}, {}, "Fog closes harbour | Echo", "The Echo") ==
        "Fog closes harbour for third day");
  CHECK(headline_of({"Newsletter"}, {"Fog closes harbour"}, "The Echo", "The Echo") == "Fog closes harbour");
  CHECK(headline_of({}, {}, "Fog closes harbour | The Echo", "The Echo") == "Fog closes harbour");
  CHECK(headline_of({"Fog"}, {}, "", "") == "Fog");
  CHECK(choose_headline({}).empty());
  CHECK(headline_of({"History of fog"}, {}, "History of fog | Causes, Ports, Ships, Facts, & Timeline | Echo", "") ==
        "History of fog");
  CHECK(headline_of({"Learn More: Fog"}, {}, "Learn More: Fog | The Partnership for Clear Harbours", "") ==
        "Learn More: Fog");
  CHECK(headline_of({"fog extension for Charts", "Fog: Shared History of Ports"}, {},
                    "Fog: Shared History of Ports — fog extension for Charts", "") == "Fog: Shared History of Ports");
}

TEST_CASE("what stands in a heading beside the headline comes off where the title tells the headline") {
  const std::string title = "Fog closes harbour for third day";
  CHECK(headline_of({"Dec 18 2025 " + title}, {}, title + " | The Echo", "The Echo") == title);
  CHECK(headline_of({"Port: " + title}, {}, title + " | The Echo", "The Echo") == "Port: " + title);
  CHECK(headline_of({title + " (echo.example) 87"}, {}, title, "") == title);
  CHECK(headline_of({title + " (again)"}, {}, title, "") == title + " (again)");
  CHECK(headline_of({title + " | Sea | City of Aldermouth"}, {}, title + " | Sea | City of Aldermouth", "") == title);
  CHECK(headline_of({title + " | Pilots wait"}, {}, title, "") == title + " | Pilots wait");
}

TEST_CASE("the name of the page's host comes off its title") {
  HeadlineSources sources;
  sources.title = "DailyEcho - Fog closes harbour";
  sources.host = "www.dailyecho.example";
  CHECK(choose_headline(sources) == "Fog closes harbour");
  sources.title = "Fog closes harbour - sea.echo.example";
  sources.host = "";
  CHECK(choose_headline(sources) == "Fog closes harbour");
  sources.title = "Regulators fine ferry site: sea.echo.example";
  CHECK(choose_headline(sources) == sources.title);
  sources.title = "Fog closes harbours of the - U.S.";
  CHECK(choose_headline(sources) == sources.title);
  sources.title = "Fog closes harbour - no.3";
  CHECK(choose_headline(sources) == sources.title);
  sources.title = "Fog closes harbour - no. 3";
  CHECK(choose_headline(sources) == "Fog closes harbour - no. 3");
  sources.title = "Sea - fog closes harbour for a third day";
  sources.host = "sea.echo.example";
  CHECK(choose_headline(sources) == sources.title);
  sources.title = "Fog closes harbour - DailyEcho";
  sources.host = "sea.dailyecho.example";
  CHECK(choose_headline(sources) == "Fog closes harbour");
}

TEST_CASE("a single <h1> must have more than a word of the title to win over it") {
  CHECK(headline_of({"Harbour Information Centre"}, {}, "Fog closes the harbour for a third day", "") ==
        "Fog closes the harbour for a third day");
  CHECK(headline_of({"What a harbour costs while it is closed by fog"}, {},
                    "Harbour prices: fog, ships, pilots, tugs, rates",
                    "") == "What a harbour costs while it is closed by fog");
  CHECK(headline_of({"What a harbour costs while it is closed by fog"}, {}, "Harbour prices: fog, ships, pilots, tugs",
                    "") == "What a harbour costs while it is closed by fog");
}

TEST_CASE("the front page's name in an <h1> is no headline, and a lower heading may be one") {
  HeadlineSources sources;
  sources.title = "The Echo of Aldermouth Fog closes harbour";
  sources.headings.site = "The Echo of Aldermouth";
  CHECK(choose_headline(sources) == "Fog closes harbour");
  sources = {};
  sources.title = "What do pilots love about fog? | Sea Blog";
  sources.headings.first = {"But what they love about it is the silence"};
  sources.headings.lower = {"Contents", "What do pilots love about fog?"};
  CHECK(choose_headline(sources) == "What do pilots love about fog?");
  sources = {};
  sources.title = "Fog closes harbour - Echo of Aldermouth";
  sources.headings.site = "Echo of Aldermouth";
  CHECK(choose_headline(sources) == "Fog closes harbour");
  sources.title = "Foggy harbours close for a third day";
  sources.headings.site = "Fog";
  CHECK(choose_headline(sources) == sources.title);
  sources = {};
  sources.title = "Fog closes harbour";
  sources.headings.first = {"Fog closes harbour for third day"};
  sources.headings.lower = {"Fog closes harbour"};
  CHECK(choose_headline(sources) == "Fog closes harbour for third day");
  sources = {};
  sources.headings.lower = {"Fog closes harbour"};
  CHECK(choose_headline(sources) == "Fog closes harbour");
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
      {"https://echo.example/world/2025/mar/03/fog", "2025-03-03"},
      {"https://echo.example/2025/march/3/fog", "2025-03-03"},
      {"https://echo.example/n1/2025/0303/c1001.html", "2025-03-03"},
      {"https://echo.example/a/202503/03/fog", "2025-03-03"},
      {"https://echo.example/2025-03/03/fog", "2025-03-03"},
      {"https://echo.example/2025/3/3/fog", "2025-03-03"},
      {"https://echo.example/2025/3/33/fog", ""},
      {"https://echo.example/2025/1303/fog", ""},
      {"https://echo.example/202513/03/fog", ""},
      {"https://echo.example/2025/fog/03/", ""},
      {"https://echo.example/fog?at=/2025/mar/03/", ""},
      {"", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.url);
    const auto date = date_of_url(one.url);
    CHECK((date ? date->iso : "") == one.day);
  }
}

TEST_CASE("the month of an address is found between folders") {
  CHECK(month_of_url("https://echo.example/2025/03/fog")->iso == "2025-03");
  CHECK(month_of_url("https://echo.example/sea/2025/mar/fog")->iso == "2025-03");
  for (const std::string url : {"https://echo.example/2025/3/fog", "https://echo.example/2025/13/fog",
                                "https://echo.example/2025/03/", "https://echo.example/12025/03/fog", ""}) {
    CAPTURE(url);
    CHECK_FALSE(month_of_url(url));
  }
}
