// Hostile and broken pages (readers/html_reader.h): each costs only itself, and what can be read of it is read.
#include <doctest/doctest.h>

#include <string>

#include "indexer/html/tree.h"
#include "indexer/readers/html_reader.h"
#include "tests/indexer/readers/reading.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;
using std::string_literals::operator""s;

namespace {

const std::string kText =
    "<p>Fog closed the harbour of Aldermouth for the third day on Monday, the harbour master said in a statement.</p>";

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

// The bytes of the body; nothing for a rejected page.
std::size_t body_bytes(const std::string& page) {
  const ReadItem item = read_html_page(page, {"", "page.html"}, default_options());
  std::size_t bytes = 0;
  if (const auto* article = std::get_if<Article>(&item)) {
    for (const std::string& paragraph : article->body) bytes += paragraph.size();
  }
  return bytes;
}

}  // namespace

TEST_CASE("hostile pages cost only themselves") {
  struct Case {
    std::string name;
    std::string page;
    std::size_t least;  // bytes of body
    std::size_t most;
  };
  const Case cases[] = {
      {"a million elements deep", kText + repeated("<div>", 1'000'000) + kText, 90, 120},
      {"a million nested links", kText + repeated("<a><b>", 500'000), 90, 120},
      {"stray end tags below deep elements", kText + repeated("<div>", 900) + repeated("</x></p>", 500'000), 0, 120},
      {"entities of entities",
       "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>" + kText +
           repeated("<p>And &b; was not expanded by anybody at all.</p>", 100),
       90, 100'000},
      {"a huge attribute", "<p title=\"" + repeated("x", 5'000'000) + "\">" + kText, 90, 120},
      {"a tag without an end", kText + "<p " + repeated("x=1 ", 300'000), 90, 120},
      {"a script without an end", kText + "<script>" + repeated("<p>no text</p>", 50'000), 90, 120},
      {"a comment without an end", kText + "<!-- " + repeated("<p>no text</p>", 50'000), 90, 120},
      {"open tags alone", repeated("<", 2'000'000), 0, 2'000'000},
      {"ampersands", kText + repeated("&", 1'000'000), 90, 1'100'000},
      {"nested headings", kText + repeated("<h1>", 900) + repeated("<br>", 200'000), 90, 120},
      {"nested authors", kText + repeated("<div class=author>", 900) + repeated("<br>", 200'000), 90, 120},
      {"authors' pages in one long line",
       kText + "<p>" + repeated("<a href=/author/a>Ann Lee</a> went to sea. ", 50'000), 90, 2'500'000},
      {"boxes of related articles",
       kText + repeated("<div><h3>Related articles</h3><p>Tugs</p></div><p>They collide off the mole.</p>", 30'000), 90,
       2'000'000},
      {"nested headers", kText + repeated("<header><h2>Fog</h2>", 900) + repeated("<br>", 200'000), 90, 120},
      {"parts sent late, of nothing and everything",
       kText + repeated("<template id=B:1></template>", 100'000) + repeated("<div hidden id=S:1>", 900), 90, 120},
      {"headings of related articles in deep elements",
       kText + repeated("<div>", 900) + repeated("<p>Related articles</p>", 100'000), 90, 120},
      {"headings with one short line each, behind links",
       "<article>" + repeated("<p><a>x</a></p>", 100'000) + repeated("<h2>A</h2><p>One two three.</p>", 80'000) + kText,
       90, 2'000'000},
      {"a title of bars", "<title>" + repeated("a", 3'000'000) + repeated(" | b", 500'000) + "</title>" + kText, 90,
       120},
      {"a name of joining words",
       "<meta name=author content='x university of " + repeated("and ", 15'000) + "'>" + kText, 90, 120},
      {"days and months in one line", kText + "<p>" + repeated("1 march ", 1'000'000), 90, 10'000'000},
      {"JSON-LD that names one long name again and again",
       "<script type=application/ld+json>[" +
           repeated("{\"@type\":\"WebPage\",\"description\":{\"@id\":\"x\"}},", 50'000) + "{\"@id\":\"x\",\"name\":\"" +
           repeated("n ", 1'000'000) + "\"}]</script>" + kText,
       90, 120},
      {"JSON-LD a million deep",
       "<script type=application/ld+json>" + repeated("{\"a\":", 1'000'000) + "</script>" + kText, 90, 120},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const std::size_t bytes = body_bytes(one.page);
    CHECK(bytes >= one.least);
    CHECK(bytes <= one.most);
  }
}

TEST_CASE("NUL bytes end nothing") {
  const std::string page =
      kText + std::string(1000, '\0') + "<p>Pilots will not board before the wind turns, she said.</p>";
  CHECK(body_bytes(page) > 150);
}

TEST_CASE("bytes that are no UTF-8 are decoded before a page is read") {
  const TemporaryFolder folder;
  const auto results = read_items(folder.write("a.html", "<h1>Caf\xE9</h1>" + kText), default_options());
  REQUIRE(results.size() == 1);
  REQUIRE_FALSE(results[0].rejected());
  CHECK(results[0].article().headline == "Café");
}

TEST_CASE("a tag with too many attributes keeps its first") {
  std::string page = "<p class=first ";
  for (int i = 0; i < 300'000; ++i) page += "a" + std::to_string(i) + "=\"1\"";
  const HtmlTree tree = HtmlTree::parse(page + ">Fog</p>");
  REQUIRE(tree.size() > 1);
  bool found = false;
  for (NodeId id = 1; id < tree.size(); ++id) found = found || tree.attribute(id, "class") == "first";
  CHECK(found);
  CHECK(tree.text_below(0) == "Fog");
}
