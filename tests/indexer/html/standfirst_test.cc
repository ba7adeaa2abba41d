// The standfirst of a page (html/standfirst.h), as the summary of its article.
#include "indexer/html/standfirst.h"

#include <doctest/doctest.h>

#include <algorithm>

#include <string>
#include <vector>

#include "indexer/readers/html_reader.h"
#include "tests/indexer/readers/reading.h"

using namespace backfile;

namespace {

const std::string kText =
    "<p>Fog closed the harbour of Aldermouth for the third day on Monday, and forty ships waited outside, the harbour "
    "master said in a statement to the council.</p><p>Pilots will not board before the wind turns, she added, because "
    "two tugs were damaged when they tried it on Saturday night without light.</p><p>Insurers expect claims of four "
    "million crowns, most of them for fruit that will not keep until the middle of the week, according to brokers.</p>";

Article article_of(const std::string& head, const std::string& body) {
  const ReadItem item = read_html_page("<html><head>" + head + "</head><body>" + body + "</body></html>",
                                       {"", "page.html"}, default_options());
  REQUIRE(std::holds_alternative<Article>(item));
  return std::get<Article>(item);
}

bool holds(const std::vector<std::string>& lines, const std::string& line) {
  return std::ranges::find(lines, line) != lines.end();
}

}  // namespace

TEST_CASE("a line between headline and text that is called a standfirst, or is the description, is the summary") {
  struct Case {
    std::string name;
    std::string head;
    std::string line;
    bool is_standfirst;
  };
  const std::string line = "Forty ships wait outside the mole for a pilot";
  const std::string described = "<meta name=description content='" + line + "'>";
  const Case cases[] = {
      {"a usual name", "", "<p class=article__standfirst>" + line + "</p>", true},
      {"a name around it", "", "<div class='dek big'><p>" + line + "</p></div>", true},
      {"a heading that is the description", described, "<h2>" + line + "</h2><figure><img src=fog.jpg></figure>", true},
      {"a description that is cut short",
       "<meta property=og:description content='Forty ships wait outside the mole for a …'>",
       "<header><p class=meta>" + line + "</p></header>", true},
      {"in JSON-LD",
       "<script type=application/ld+json>{\"@type\":\"Article\",\"description\":\"" + line + "\"}</script>",
       "<header><p class=meta>" + line + "</p></header>", true},
      {"a full stop more than the description", "<meta name=description content='" + line + ".'>",
       "<h2>" + line + "</h2><figure></figure>", true},
      {"an id", "", "<p id=article-summary>" + line + "</p>", true},
      {"the name that tests know it by", "", "<p data-testid=subheadline>" + line + "</p>", true},
      {"the name that a publisher's own programs know it by", "",
       "<div data-gu-name=standfirst><div><p>" + line + "</p></div></div>", true},
      {"neither", "", "<header><p class=meta>" + line + "</p></header>", false},
      {"a caption", "", "<figure><figcaption class=subtitle>" + line + "</figcaption></figure>", false},
      {"an offer of a newsletter", "", "<p class='subtitle newsletter-text'>" + line + "</p>", false},
      {"of another article", "", "<div class=related><p class=subtitle>" + line + "</p></div>", false},
      {"links", "", "<p class=subtitle><a href=/sea>" + line + "</a></p>", false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const Article article =
        article_of(one.head, "<article><h1>Fog closes harbour</h1>" + one.line + kText + "</article>");
    CHECK(holds(article.summary, line) == one.is_standfirst);
    CHECK_FALSE((one.is_standfirst && holds(article.body, line)));
    CHECK_FALSE((one.is_standfirst && holds(article.boilerplate, line)));
    CHECK(article.body.size() == 3);
  }
}

TEST_CASE("the first paragraph stays in the text, though the description is made of it") {
  const std::string first =
      "Fog closed the harbour of Aldermouth for the third day on Monday, and forty ships waited outside, the harbour "
      "master said in a statement to the council.";
  const Article article =
      article_of("<meta name=description content='" + first + "'>", "<h1>Fog closes harbour</h1>" + kText);
  CHECK(article.summary.empty());
  CHECK(article.body.size() == 3);
}

TEST_CASE("entries of a list that is called the highlights of a story are the summary") {
  const std::string entries = "<li>Forty ships wait<li>Two tugs are damaged";
  for (const std::string& list : {"<ul class=story-highlights>" + entries + "</ul>",
                                  "<story-highlights><ul>" + entries + "</ul></story-highlights>",
                                  "<div class=RenderKeyPoints-list><ul>" + entries + "</ul></div>"}) {
    CAPTURE(list);
    const Article article = article_of("", "<article><h1>Fog closes harbour</h1>" + list + kText + "</article>");
    CHECK(article.summary == std::vector<std::string>{"Forty ships wait", "Two tugs are damaged"});
    CHECK(article.body.size() == 3);
  }
  auto summary = [](const std::string& top) {
    return article_of("", "<article><h1>Fog closes harbour</h1>" + top + kText + "</article>").summary;
  };
  const std::string list = "<ul class=story-highlights>" + entries + "</ul>";
  CHECK(summary("<div class=story-highlights><h3>What we know by now</h3><ul>" + entries + "</ul></div>").size() == 2);
  CHECK(summary("<p class=standfirst>Forty ships are outside the mole and have no pilot</p>" + list).size() == 2);
  std::string many;
  for (int i = 0; i < 12; ++i) many += "<li>Ship " + std::to_string(i) + " waits";
  CHECK(summary("<ul class=story-highlights>" + many + "</ul>").size() == 10);
  std::string far;
  for (int i = 0; i < 45; ++i) far += "<p>On day " + std::to_string(i) + " of the fog nobody was seen on the mole.</p>";
  CHECK(summary(far + list).empty());
}

TEST_CASE("a standfirst has three lines at most") {
  std::string lines;
  for (const std::string number : {"One", "Two", "Three", "Four"})
    lines += "<p class=standfirst>" + number + " of the ships are outside the mole with fruit</p>";
  CHECK(article_of("", "<article><h1>Fog closes harbour</h1>" + lines + kText + "</article>").summary.size() == 3);
}

TEST_CASE("a line beside the headline that says something is the summary, whatever it is called") {
  struct Case {
    std::string name;
    std::string head;  // around or behind the headline
    std::string line;
    bool is_standfirst;
  };
  const std::string title = "<h1>Fog closes harbour</h1>";
  const std::string sentence = "Forty ships wait outside.";
  const std::string long_line = "Forty ships wait outside the mole for a pilot";
  const Case cases[] = {
      {"a sentence", title + "<p class=lead>" + sentence + "</p><p>By Ann Lee</p><p>2 January 2020</p>", sentence,
       true},
      {"behind a day", title + "<div>2 January 2020</div><p>" + sentence + "</p><img src=a>", sentence, true},
      {"in the head of the article", "<header>" + title + "<p>" + long_line + "</p></header>", long_line, true},
      {"in a head of its own", title + "<header><div><p>" + sentence + "</p></div></header>", sentence, true},
      {"a heading", "<header>" + title + "<h2>" + long_line + "</h2></header>", long_line, true},
      {"a few words", "<header>" + title + "<p>Fog at the harbour mole today</p></header>",
       "Fog at the harbour mole today", false},
      {"words that open a list", title + "<header><p>" + long_line + ":</p></header>", long_line + ":", false},
      {"a credit", title + "<header><p>By Ann Lee and Bo Chan of the Echo of Aldermouth</p></header>",
       "By Ann Lee and Bo Chan of the Echo of Aldermouth", false},
      {"a day", title + "<header><p>It was last updated on 3 March 2025 at noon.</p></header>",
       "It was last updated on 3 March 2025 at noon.", false},
      {"a line with a day", title + "<header><p>Echo of Aldermouth | 3 March 2025 at 13h36 | Ann Lee</p></header>",
       "Echo of Aldermouth | 3 March 2025 at 13h36 | Ann Lee", false},
      {"furniture", title + "<div class=share><p>" + sentence + "</p></div>", sentence, false},
      {"a caption", title + "<figure><figcaption>" + sentence + "</figcaption></figure>", sentence, false},
      {"a phrase of the list", title + "<header><p>We use cookies to see how our pages are read.</p></header>",
       "We use cookies to see how our pages are read.", false},
      {"another part of the page",
       "<div><div><div><div><div>" + title + "</div></div></div></div></div><div><div><div><div><p>" + sentence +
           "</p></div></div></div></div>",
       sentence, false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const Article article = article_of("", "<div class=page>" + one.head + "<div class=text>" + kText + "</div></div>");
    CHECK(holds(article.summary, one.line) == one.is_standfirst);
    CHECK(holds(article.boilerplate, one.line) != one.is_standfirst);
    CHECK(article.body.size() == 3);
  }
}

TEST_CASE("entries of a list beside the headline are the summary, where there are two and they are no links") {
  auto summary = [](const std::string& entries) {
    return article_of("", "<article><h1>Fog closes harbour</h1><ul>" + entries + "</ul>" + kText + "</article>")
        .summary.size();
  };
  const std::string first = "<li>Forty ships wait outside the mole";
  CHECK(summary(first + "<li>Two of the tugs are damaged<li>Fog") == 2);
  CHECK(summary(first) == 0);
  CHECK(summary("<li><a href=/a>Forty ships wait outside the mole</a><li><a href=/b>Two of the tugs are damaged</a>") ==
        0);
}

TEST_CASE("the opening of a text that stands apart from the rest is no standfirst") {
  const std::string opening =
      "Nobody in Aldermouth remembers a fog like this one, which came in from the sea on Friday night and has not "
      "moved "
      "since, as forty crews wait for pilots.";
  const Article article =
      article_of("", "<div><h1>Fog closes harbour</h1><p>" + opening + "</p></div><div><div>" + kText + "</div></div>");
  CHECK(holds(article.body, opening));
  CHECK(article.summary.empty());
}
