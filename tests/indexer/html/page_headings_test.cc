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

TEST_CASE("what an <h1> begins with in an element of its own is its kicker") {
  CHECK(headings("<h1><span class=kicker>Weather</span> Fog</h1>").kickers == std::vector<std::string>{"Weather"});
  CHECK(headings("<h1>Fog <em>again</em></h1>").kickers.empty());
}

TEST_CASE("the heading of a text is the nearest above it, an <h1> before lower ones") {
  const std::string text =
      "<p>Fog closed the harbour of Aldermouth for the third day on Monday, and forty ships waited outside, the "
      "harbour "
      "master said.</p><p>Pilots will not board before the wind turns, she added, because two tugs were damaged on "
      "Saturday night without light.</p>";
  auto heading = [&](const std::string& before, const std::string& behind = "") {
    const HtmlTree tree = HtmlTree::parse("<body>" + before + "<div>" + text + "</div>" + behind + "</body>");
    return heading_of_text(main_text_of(tree, BoilerplateList()), "The Echo");
  };
  CHECK(heading("<h1>Menu</h1><h1>Fog</h1>") == "Fog");
  CHECK(heading("<h1>Fog</h1><h2>Pilots wait for wind</h2>") == "Fog");
  CHECK(heading("<h1>The Echo</h1><h2>Fog closes harbour</h2><h3>Pilots wait for wind</h3>") == "Fog closes harbour");
  CHECK(heading("<h2>Sea</h2>").empty());
  CHECK(heading("", "<h1>Fog</h1>").empty());
}
