// Headings of a page (html/page_headings.h).
#include "indexer/html/page_headings.h"

#include <doctest/doctest.h>

using namespace backfile;

namespace {

PageHeadings headings(const std::string& page) { return headings_of(HtmlTree::parse(page)); }

}  // namespace

TEST_CASE("headings are told once each, in their order") {
  const PageHeadings found = headings(
      "<h1>Fog closes harbour</h1><h1 class=mobile>Fog closes harbour</h1><h2>Pilots <b>wait</b></h2><h3>Tides</h3>"
      "<h4>Notes</h4><h1></h1>");
  CHECK(found.first == std::vector<std::string>{"Fog closes harbour"});
  CHECK(found.lower == std::vector<std::string>{"Pilots wait", "Tides"});
  CHECK(found.site.empty());
}

TEST_CASE("a heading that has its text twice has it once") {
  CHECK(headings("<h1><span>Fog closes harbour for third day</span> <span>Fog closes harbour for third day</span></h1>")
            .first == std::vector<std::string>{"Fog closes harbour for third day"});
  CHECK(headings("<h1>Ping Ping</h1>").first == std::vector<std::string>{"Ping Ping"});
}

TEST_CASE("no page has too many headings, or too long ones") {
  std::string many;
  for (int i = 0; i < 12; ++i) many += "<h1>Fog " + std::to_string(i) + "</h1>";
  CHECK(headings(many).first.size() == 10);
  many.clear();
  for (int i = 0; i < 600; ++i) many += "<h3>Fog</h3>";
  CHECK(headings(many + "<h1>Tides</h1>").first.empty());
  many.clear();
  for (int i = 0; i < 300; ++i) many += "<b>a</b> ";
  CHECK(headings("<h1>" + many + "</h1><h1>Fog</h1>").first == std::vector<std::string>{"Fog"});
}

TEST_CASE("an <h1> that links to the front page names the site") {
  for (const std::string link :
       {"<h1><a href=/>The Echo</a></h1>", "<a href='https://echo.example/'><h1>The Echo</h1></a>",
        "<h1><a href=https://echo.example>The Echo</a></h1>"}) {
    CAPTURE(link);
    const PageHeadings found = headings(link + "<h1>Fog</h1>");
    CHECK(found.site == "The Echo");
    CHECK(found.first == std::vector<std::string>{"Fog"});
  }
  CHECK(headings("<h1><a href=./>The Echo</a></h1>").site == "The Echo");
  const PageHeadings two = headings("<h1><a href=/fog>Fog</a> of <a href=/>The Echo</a></h1>");
  CHECK(two.site.empty());
  const PageHeadings lower =
      headings("<h2><a href=/>The Echo</a></h2><h1><a href=/>Echo</a></h1><h1><a href=/>E</a></h1>");
  CHECK(lower.site == "Echo");
  const PageHeadings own = headings("<h1><a href=https://echo.example/fog>Fog</a></h1>");
  CHECK(own.site.empty());
  CHECK(own.first == std::vector<std::string>{"Fog"});
}
