// HTML pages as articles (readers/html_reader.h): what readers of the page would call its text, headline, writers,
// date.
#include "indexer/readers/html_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/readers/reading.h"

using namespace backfile;

namespace {

const std::string kFirst =
    "<p>Fog closed the harbour of Aldermouth for the third day on Monday, and forty ships waited outside, the harbour "
    "master said in a statement to the council.</p>";
const std::string kSecond =
    "<p>Pilots will not board before the wind turns, she added, because two tugs were damaged when they tried it on "
    "Saturday night without light.</p>";
const std::string kThird =
    "<p>Insurers expect claims of four million crowns, most of them for fruit that will not keep until the middle of "
    "the "
    "week, according to brokers.</p>";
const std::string kText = kFirst + kSecond + kThird;

ReadItem read(const std::string& page, const std::string& url = "") {
  return read_html_page(page, {url, "page.html"}, default_options());
}

Article article_of(const std::string& page, const std::string& url = "") {
  const ReadItem item = read(page, url);
  const auto* rejection = std::get_if<Rejection>(&item);
  CAPTURE(rejection ? rejection->message : "");
  REQUIRE(std::holds_alternative<Article>(item));
  return std::get<Article>(item);
}

std::string reason_of(const std::string& page) {
  const ReadItem item = read(page);
  const auto* rejection = std::get_if<Rejection>(&item);
  return rejection ? std::string(reason_name(rejection->reason)) : "article";
}

std::string beginnings(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : " / ") + line.substr(0, 16);
  return text;
}

bool holds(const std::vector<std::string>& lines, const std::string& wanted) {
  for (const std::string& line : lines) {
    if (line.find(wanted) != std::string::npos) return true;
  }
  return false;
}

std::string page_with(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"en\"><head>" + head + "</head><body>" + body + "</body></html>";
}

}  // namespace

TEST_CASE("the text of a page is what stands in its article, and the rest is kept as boilerplate") {
  const Article article = article_of(page_with(
      "<title>Fog closes harbour | The Echo</title><meta property=og:site_name content='The Echo'>",
      "<nav><ul><li><a href=/>Home</a><li><a href=/sea>Shipping forecast</a></ul></nav>"
      "<div class=cookie-banner><p>We and our partners store cookies to measure how our pages are read by "
      "you.</p></div>"
      "<main><article><h1>Fog closes harbour</h1><div class=share-buttons>Share this story</div>" +
          kFirst + "<h2>Pilots wait</h2>" + kSecond +
          "<figure><img src=fog.jpg><figcaption>The harbour on Sunday, seen from the old customs house.</figcaption>"
          "</figure><ul><li>Forty ships wait<li>Two tugs are damaged</ul><blockquote><p>We have never seen it so thick "
          "in forty years.</p></blockquote><table><tr><th>Day<th>Ships<tr><td>Monday<td>40</table>" +
          kThird +
          "<div class=related><h3>Related articles</h3><a href=/tug>Tugs collide off the mole</a></div>"
          "<div class=newsletter-box><p>Sign up for our newsletter and read the news of the sea every "
          "morning.</p></div>"
          "</article><aside><h3>Most read</h3><p>The mayor has opened the new fish market on the quay this week.</p>"
          "</aside></main><section id=comments><p>Somebody wrote that the fog was thicker in his time, as always.</p>"
          "</section><footer><p>All rights reserved by the Echo and its owners, who print it in "
          "Aldermouth.</p></footer>"));
  CHECK(article.headline == "Fog closes harbour");
  CHECK(beginnings(article.body) ==
        "Fog closed the h / Pilots wait / Pilots will not  / • Forty ships  / • Two tugs are / We have never se / "
        "Day | Ships / Monday | 40 / Insurers expect ");
  for (const char* set_aside : {"Shipping forecast", "store cookies", "Share this", "customs house", "Tugs collide",
                                "Sign up", "fish market", "in his time", "All rights"}) {
    CAPTURE(set_aside);
    CHECK(holds(article.boilerplate, set_aside));
    CHECK_FALSE(holds(article.body, set_aside));
  }
  CHECK(article.publication == "The Echo");
  CHECK(article.language == "en");
}

TEST_CASE("an element that holds most of the text is no furniture, whatever it is called") {
  const Article article = article_of(page_with(
      "", "<form id=share-widget><div class='has-sidebar comments-open'><h1>Fog</h1>" + kText + "</div></form>"));
  CHECK(beginnings(article.body) == "Fog closed the h / Pilots will not  / Insurers expect ");
}

TEST_CASE("metadata are believed in their order, and say where the date is from") {
  struct Case {
    std::string name;
    std::string head;
    std::string body;
    std::string published;
    PublishedFrom from;
  };
  const std::string ld = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Fog\",";
  const Case cases[] = {
      {"JSON-LD", ld + "\"datePublished\":\"2025-03-03T08:00:00+01:00\"}</script>", "", "2025-03-03T08:00:00+01:00",
       PublishedFrom::metadata},
      {"modified is not published", ld + "\"dateModified\":\"2025-03-05\"}</script>", "", "", PublishedFrom::none},
      {"Open Graph", "<meta property=article:published_time content=2025-03-03>", "", "2025-03-03",
       PublishedFrom::metadata},
      {"Dublin Core", "<meta name=DC.date.issued content=2025-03>", "", "2025-03", PublishedFrom::metadata},
      {"microdata", "", "<span itemprop=datePublished content=2025-03-03>last week</span>", "2025-03-03",
       PublishedFrom::metadata},
      {"a time element", "", "<time datetime=2025-03-03>Monday</time>", "2025-03-03", PublishedFrom::metadata},
      {"a visible line", "", "<p>Posted on March 3, 2025 | 5 min read</p>", "2025-03-03", PublishedFrom::text},
      {"a line of change where there is no other", "", "<p>Updated: March 4, 2025</p>", "2025-03-04",
       PublishedFrom::text},
      {"the first that can be true", "<meta name=date content=2099-01-01>", "<time datetime=2025-03-03></time>",
       "2025-03-03", PublishedFrom::metadata},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const Article article = article_of(page_with(one.head, "<h1>Fog closes harbour</h1>" + one.body + kText));
    CHECK(article.published.iso == one.published);
    CHECK(article.published_from == one.from);
  }
  CHECK(article_of(page_with("", kText), "https://echo.example/2025/03/03/fog").published_from == PublishedFrom::url);
  CHECK(article_of(page_with("<meta name=date content=2099-01-01>", kText)).published_rejected == "2099-01-01");
}

TEST_CASE("bylines are names, wherever they stand") {
  struct Case {
    std::string name;
    std::string page;
    std::vector<std::string> byline;
  };
  const Case cases[] = {
      {"JSON-LD",
       "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[{\"name\":\"Ann Lee\"},"
       "{\"name\":\"Bo Chan\"}]}</script>",
       {"Ann Lee", "Bo Chan"}},
      {"meta", "<meta name=author content='By Ann Lee, Harbour Editor'>", {"Ann Lee"}},
      {"an address is no name", "<meta property=article:author content='https://echo.example/ann'>", {}},
      {"the paper is nobody where there is a name",
       "<meta property=og:site_name content='The Echo'><meta name=author content='The Echo'><p>By Ann Lee</p>",
       {"Ann Lee"}},
      {"rel=author", "<p>From <a rel=author href=/ann>Ann Lee</a> in Aldermouth</p>", {"Ann Lee"}},
      {"microdata", "<span itemprop=author><span itemprop=name>Ann Lee</span> writes on fog</span>", {"Ann Lee"}},
      {"a class", "<div class=article__author-name>Ann Lee</div>", {"Ann Lee"}},
      {"a visible line", "<div><span>By</span> <a>Ann Lee</a> and Bo Chan</div>", {"Ann Lee", "Bo Chan"}},
      {"set apart by style alone", "<div><span>By</span><span>Ann Lee</span></div>", {"Ann Lee"}},
      {"a label", "<div>Written by</div><div>Ann Lee</div>", {"Ann Lee"}},
      {"a link behind By, and another behind it",
       "<p>By <a href=/a>Ann Lee</a> &nbsp; <a href=/pdf>Print this page</a></p>",
       {"Ann Lee"}},
      {"a date and a name", "<p>Posted on March 3, 2025 by Ann Lee</p>", {"Ann Lee"}},
      {"a name and a date", "<p>Ann Lee, March 3, 2025</p>", {"Ann Lee"}},
      {"a name, a role and a date", "<p>Ann Lee | Senior Writer | July 2, 2025</p>", {"Ann Lee"}},
      {"behind a section", "<p>Shipping | By Ann Lee | 5 min read</p>", {"Ann Lee"}},
      {"a date glued to the name", "<div class=byline>By <b>Ann Lee</b> March 3, 2025</div>", {"Ann Lee"}},
      {"an author's page", "<p><a href=/authors/ann-lee>Ann Lee</a></p>", {"Ann Lee"}},
      {"a portrait", "<div><img alt='Portrait of Ann Lee'><div>Ann Lee</div></div>", {"Ann Lee"}},
      {"hCard", "<p class=vcard><span class=fn>Ann Lee</span>, Aldermouth</p>", {"Ann Lee"}},
      {"a pen name", "<span class=entry-author-name>Mudlark</span>", {"Mudlark"}},
      {"a name in Han", "<meta name=author content=高梨陽子>", {"高梨陽子"}},
      {"a member of a forum", "<meta name=author content=/u/mudlark>", {"mudlark"}},
      {"an account is nobody", "<meta name=author content=admin><meta name=dc.creator content=page.author>", {}},
      {"who reviewed it is no writer",
       "<div>Reviewed by <span class=author-name>Cy Diaz</span></div><div class=author-name>Ann Lee</div>",
       {"Ann Lee"}},
      {"who comments is no writer", "<div class=comment>Posted by: <a href=/c>Cy Diaz</a></div>", {}},
      {"a person before an organisation",
       "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":{\"@type\":\"Organization\","
       "\"name\":\"Hale & Hale\"}}</script><p>By Ann Lee</p>",
       {"Ann Lee"}},
      {"an organisation is one name",
       "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":{\"@type\":\"Organization\","
       "\"name\":\"Hale & Hale\"}}</script>",
       {"Hale & Hale"}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const Article article = article_of("<h1>Fog closes harbour</h1>" + one.page + kText);
    CHECK(beginnings(article.byline) == beginnings(one.byline));
  }
}

TEST_CASE("writers are looked for where the article is") {
  const std::string card = "<div class=list><div><h3>Tugs collide</h3><span class=author-name>Cy Diaz</span></div>";
  const std::string others = card + "<div><h3>Tides</h3><span class=author-name>Di Eng</span></div></div>";
  std::string far;
  for (int i = 0; i < 20; ++i) far += "<p>Go " + std::to_string(i) + "</p>";
  const std::string headline = "<h1>Fog closes harbour</h1>";
  SUBCASE("cards of other articles, far from it, are not asked") {
    CHECK(article_of(headline + kText + far + others).byline.empty());
  }
  SUBCASE("but a single name is believed from anywhere") {
    CHECK(beginnings(article_of(headline + kText + far + "<div class=author-name>Ann Lee</div>").byline) == "Ann Lee");
  }
  SUBCASE("a name above the text wins over one behind it") {
    const std::string above = "<div class=author-name>Ann Lee</div>";
    CHECK(beginnings(article_of(headline + above + kText + "<div class=author-name>Cy Diaz</div>").byline) ==
          "Ann Lee");
  }
  SUBCASE("a few words on the writer behind the text name her") {
    const std::string portrait = "<h3>About the author</h3><p>Ann Lee is a reporter in Aldermouth.</p>";
    CHECK(beginnings(article_of(headline + kText + portrait).byline) == "Ann Lee");
  }
}

TEST_CASE("a date that is shown and earlier is believed where metadata know the last change alone") {
  const std::string same = "{\"@type\":\"Article\",\"datePublished\":\"2025-08-21\",\"dateModified\":\"2025-08-21\"}";
  const std::string later = "{\"@type\":\"Article\",\"datePublished\":\"2025-08-21\",\"dateModified\":\"2025-08-24\"}";
  struct Case {
    std::string name;
    std::string json;
    std::string line;
    std::string published;
  };
  const Case cases[] = {
      {"no difference in the metadata", same, "April 26, 2023", "2023-04-26"},
      {"a true difference", later, "April 26, 2023", "2025-08-21"},
      {"called the date of publication", later, "Published April 26, 2023", "2023-04-26"},
      {"not earlier", same, "Published August 30, 2025", "2025-08-21"},
      {"the same day elsewhere on earth", same, "August 20, 2025", "2025-08-21"},
      {"a date of change", same, "Updated April 26, 2023", "2025-08-21"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const Article article = article_of(page_with("<script type=application/ld+json>" + one.json + "</script>",
                                                 "<h1>Fog closes harbour</h1><p>" + one.line + "</p>" + kText));
    CHECK(article.published.iso == one.published);
  }
}

TEST_CASE("a time that is called one of change is not the date of publication") {
  const std::string headline = "<h1>Fog closes harbour</h1>";
  for (const std::string updated : {"<time class=updated datetime=2025-03-09>Sunday</time>",
                                    "<p>Updated <time datetime=2025-03-09>9 March</time></p>",
                                    "<time datetime=2025-03-09>Aktualisiert am 9. März</time>"}) {
    CAPTURE(updated);
    const Article article = article_of(headline + updated + "<time datetime=2025-03-03>Monday</time>" + kText);
    CHECK(article.published.iso == "2025-03-03");
  }
}

TEST_CASE("section, topics and address come from metadata; an address must be absolute") {
  const Article article = article_of(
      page_with("<link rel=canonical href='https://echo.example/fog'><meta property=article:section content=Sea>"
                "<meta name=keywords content='fog, harbour,fog'>",
                kText),
      "https://echo.example/fog?utm=1");
  CHECK(article.url == "https://echo.example/fog");
  CHECK(article.section == "Sea");
  CHECK(article.topics == std::vector<std::string>{"fog", "harbour"});
  CHECK(article_of(page_with("<link rel=canonical href=/fog>", kText), "https://echo.example/x").url ==
        "https://echo.example/x");
  CHECK(article_of(page_with("<link rel=canonical href='javascript:alert(1)'>", kText)).url.empty());
}

TEST_CASE("highlights above the text are the summary, and its dateline is read") {
  const Article article = article_of(page_with(
      "",
      "<h1>Fog closes harbour</h1><h2>Highlights</h2><ul><li>Forty ships wait<li>Two tugs are damaged</ul>"
      "<p>ALDERMOUTH, March 3 (Agency) - Fog closed the harbour for the third day, the harbour master said.</p>" +
          kSecond + kThird));
  CHECK(article.summary == std::vector<std::string>{"Forty ships wait", "Two tugs are damaged"});
  CHECK(article.dateline == "ALDERMOUTH, March 3");
}

TEST_CASE("a text that stands twice on the page, once for each width of screen, is taken once") {
  const Article article = article_of(
      page_with("", "<main><div class=wide>" + kText + "</div><div class=narrow>" + kText + "</div></main>"));
  CHECK(article.body.size() == 3);
}

TEST_CASE("the articleBody of JSON-LD is used where it is whole") {
  const std::string plain =
      "Fog closed the harbour of Aldermouth for the third day on Monday, and forty ships waited outside, the harbour "
      "master said in a statement to the council.\\n\\nPilots will not board before the wind turns, she added, because "
      "two tugs were damaged when they tried it on Saturday night without light.\\n\\nInsurers expect claims of four "
      "million crowns, most of them for fruit that will not keep until the middle of the week, according to brokers.";
  const std::string ld =
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + plain + "\"}</script>";
  SUBCASE("where a script builds the page") {
    const Article article = article_of(page_with(ld, "<h1>Fog</h1><div id=app></div>"));
    CHECK(beginnings(article.body) == "Fog closed the h / Pilots will not  / Insurers expect ");
  }
  SUBCASE("to tell what on the page is not the article") {
    const std::string other =
        "<p>Readers who like the sea will find more of it in our weekend pages, with tables of the "
        "tides and the moon, and a crossword.</p>";
    const Article article = article_of(page_with(ld, "<article>" + kFirst + other + kSecond + kThird + "</article>"));
    CHECK(beginnings(article.body) == "Fog closed the h / Pilots will not  / Insurers expect ");
    CHECK(holds(article.boilerplate, "crossword"));
  }
  SUBCASE("but not where it is a teaser") {
    const std::string teaser =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"Fog closed it.\"}</script>";
    CHECK(article_of(page_with(teaser, kText)).body.size() == 3);
  }
}

TEST_CASE("pages that are no article are rejected with a reason, and doubtful ones are kept") {
  std::string front;
  for (int i = 0; i < 12; ++i) {
    front += "<div><h3><a href=/a>Ships wait outside of port " + std::to_string(i) +
             "</a></h3><p>Forty ships wait in the "
             "fog for a pilot.</p></div>";
  }
  struct Case {
    std::string name;
    std::string page;
    std::string reason;
  };
  const Case cases[] = {
      {"nothing", "", "empty"},
      {"tags alone", "<html><body><div></div>", "empty"},
      {"an error", page_with("<title>404 Not Found</title>", "<h1>Page not found</h1><p>It may have moved.</p>"),
       "error_page"},
      {"an article on errors",
       page_with("", "<h1>Access denied: how ports lock out small ships</h1>" + kText + kText + kText + kText),
       "article"},
      {"a front page", page_with("<title>The Echo</title>", front), "not_an_article"},
      {"a page with many links that calls itself an article",
       page_with("<meta property=og:type content=article>", front), "article"},
      {"a stub", page_with("", "<h1>Fog</h1>" + kFirst + "<div class=paywall>Subscribe to continue reading</div>"),
       "paywalled_stub"},
      {"a whole text with an offer",
       page_with("", "<h1>Fog</h1>" + kText + kText + kText + "<div>Subscribe to continue reading</div>"), "article"},
      {"a headline alone", page_with("", "<h1>Fog closes harbour of Aldermouth</h1>"), "article"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(reason_of(one.page) == one.reason);
  }
}

TEST_CASE("pages without a paragraph that is prose keep what they have") {
  const Article article = article_of("<h1>Tides</h1><table><tr><td>Monday<td>04:12<tr><td>Tuesday<td>05:01</table>");
  CHECK(beginnings(article.body) == "Monday | 04:12 / Tuesday | 05:01");
}
