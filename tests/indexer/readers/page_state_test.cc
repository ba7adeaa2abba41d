// Pages whose text only a program shows (readers/page_state.h).
#include "indexer/readers/page_state.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/readers/harbour_page.h"

using namespace backfile;

namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (char c : text) out += c == '/' ? std::string("\\/") : std::string(1, c);
  return out;
}

std::string page_drawn_from(const std::string& article, const std::string& text = "") {
  return page_with("<title>Fog closes harbour</title>",
                   "<div id=root>" + text +
                       "</div><script id=__NEXT_DATA__ type='application/json'>{\"props\":{\"other\":"
                       "{\"title\":\"Herring\",\"body\":\"Herring is cheap.\"},\"article\":{" +
                       article + "}}}</script>");
}

}  // namespace

TEST_CASE("a page without a text has the one that its program would show") {
  const std::string title = "\"title\":\"Fog closes harbour\",";
  const std::string html = "\"" + escaped(days_of_fog(1, 6)) + "\"";
  std::string parts;
  std::string texts;
  for (int day = 1; day <= 6; ++day) {
    const std::string text =
        "On day " + std::to_string(day) + " of the fog the harbour master counted all ships outside.";
    const std::string comma = day == 1 ? "" : ",";
    parts += comma + "{\"type\":\"paragraph\",\"html\":\"" + text + "\"}";
    texts += comma + "\"" + text + "\"";
  }
  for (const std::string& body :
       {"\"articleBody\":" + html, "\"content\":" + html, "\"body\":[" + parts + "]", "\"body\":[" + texts + "]"}) {
    CAPTURE(body);
    const Article article = article_of(page_drawn_from(title + body));
    CHECK(article.headline == "Fog closes harbour");
    CHECK(article.body.size() == 6);
  }
  const std::string body = "\"body\":" + html;
  CHECK(article_of(page_drawn_from("\"title\":\"Another fog\"," + body)).body.empty());
  CHECK(article_of(page_drawn_from(title + "\"body\":{\"id\":1}")).body.empty());
  CHECK(article_of(page_drawn_from(title + body, kFirst)).body.size() == 1);
  CHECK(
      article_of(page_with("<title>Fog</title>", "<script type='application/json'>{\"title\":</script>")).body.empty());
}
