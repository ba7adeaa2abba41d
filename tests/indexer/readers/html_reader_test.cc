// HTML pages as articles (readers/html_reader.h): what readers of the page would call its text, headline, writers,
// date.
#include "indexer/readers/html_reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/indexer/readers/harbour_page.h"

using namespace backfile;

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

TEST_CASE("a side bar or comments of half the page's text are furniture, by what they are called in many languages") {
  const std::string other =
      "<p>The mayor has opened the new fish market on the quay this week, and everybody who came was given a herring "
      "with bread.</p>";
  for (const std::string name :
       {"class=sidebar", "id=right-bar", "class='col secondary'", "class=comentarios", "class=kommentare",
        "id=disqus_thread", "class=secondary-content", "class=promo id=comments"}) {
    CAPTURE(name);
    const Article article = article_of(page_with(
        "", "<div class=page><h1>Fog</h1><div>" + kText + "</div><div " + name + ">" + other + "</div></div>"));
    CHECK(beginnings(article.body) == "Fog closed the h / Pilots will not  / Insurers expect ");
  }
  for (const std::string name : {"class=text-secondary", "class='mr-[--sidebar-width]'", "class=has-sidebar",
                                 "class=print:mb-4", "class=category-commentary"}) {
    CAPTURE(name);
    const Article article = article_of(page_with(
        "", "<div class=page><h1>Fog</h1>" + days_of_fog(1, 9) + "<div " + name + ">" + kSecond + "</div></div>"));
    CHECK(holds(article.body, "Pilots will not"));
  }
  const Article side = article_of(page_with(
      "", "<div class=page><h1>Fog</h1>" + kText + "<div class=sidebar>" + days_of_fog(1, 6) + "</div></div>"));
  CHECK(holds(side.body, "On day 6"));
}

TEST_CASE("furniture of which much is links may hold more of a page than other furniture") {
  auto holds_notes = [](const std::string& notes) {
    const Article article = article_of(page_with(
        "", "<div class=page><h1>Fog</h1><div class=promo>" + notes + "</div>" + days_of_fog(1, 3) + "</div>"));
    return holds(article.body, "The tugs of other harbours");
  };
  CHECK(
      holds_notes("<p>The tugs of other harbours are told of here, each in a sentence or two, by those who sail on "
                  "them and who know.</p>"));
  CHECK_FALSE(
      holds_notes("<p>The tugs of other harbours are told of here, <a href=/t>each in a sentence or two, by those who "
                  "sail on them in summer and winter</a>, and who have told it to nobody before, least of all to a "
                  "paper.</p>"));
}

TEST_CASE("what stands below pictures, and boxes of pictures, are no text") {
  for (const std::string name : {"cutline", "img-text", "photo-desc", "carousel", "video-play"}) {
    CAPTURE(name);
    const Article article = article_of(page_with(
        "", "<article><h1>Fog</h1>" + kText + "<div class=" + name +
                "><p>The harbour on Sunday, as it was seen from the old house.</p></div>" + kSecond + "</article>"));
    CHECK_FALSE(holds(article.body, "seen from the old house"));
  }
}

TEST_CASE("a box of related articles inside of the text ends where the box does") {
  const std::string box = "<div class=box><h3>Related articles</h3><p>Tugs collide off the mole</p></div>";
  const Article article =
      article_of(page_with("", "<article><h1>Fog</h1>" + kText + kText + kText + box +
                                   "<p>The wind will turn on Thursday, she said, and "
                                   "then there will be work for everybody at night too.</p></article>"));
  CHECK(holds(article.body, "The wind will turn"));
  CHECK_FALSE(holds(article.body, "Tugs collide"));
  const Article behind = article_of(page_with(
      "", "<article><h1>Fog</h1><div>" + days_of_fog(1, 9) + "</div>" + box +
              "<section><p>The wind has turned on other pages of ours, where you can read more of it.</p></section>"
              "</article>"));
  CHECK_FALSE(holds(behind.body, "The wind has turned"));
}

TEST_CASE("a box of related articles above the text takes none of it") {
  const Article article =
      article_of(page_with("",
                           "<div class=story><h1>Fog</h1><div class=box><p><a href=#on>On to the text</a></p>"
                           "<h2>Related stories</h2><ul><li><a href=/t>Tugs collide off the mole</a></ul></div>" +
                               kFirst + "<h2>Pilots wait</h2>" + kSecond + kThird + days_of_fog(1, 6) + "</div>"));
  CHECK(beginnings({article.body.at(0), article.body.at(1)}) == "Fog closed the h / Pilots wait");
}

TEST_CASE("a phrase at the top of a box drops no more of the text than a box of related articles has") {
  const Article article =
      article_of(page_with("", "<article><h1>Fog</h1>" + kFirst + "<div class=text><p>Share this article</p>" +
                                   days_of_fog(1, 18) + "</div>" + kSecond + "</article>"));
  CHECK(article.body.size() == 20);
}

TEST_CASE("a heading keeps its place above buttons") {
  const Article article = article_of(page_with(
      "", "<article><h1>Fog</h1>" + kFirst + "<div><h3>Pilots wait</h3><p><a href=#3>Copy link</a></p></div><div>" +
              kSecond + "</div></article>"));
  CHECK(holds(article.body, "Pilots wait"));
}

TEST_CASE("small parts of a body count, and boxes between its parts do not") {
  const std::string part = "<div class=articleBody>";
  const std::string box =
      "<div class=inline><p>Follow the news of our harbour, <a href=/app>with our programme for every device</a>.</p>"
      "</div>";
  const std::string quoted =
      "<div class=quoted><blockquote><p>We waited for the wind to turn, and it did not, and the "
      "ice went bad.</p></blockquote></div>";
  const Article article =
      article_of(page_with("", "<div id=page><h1>Fog</h1>" + part + kFirst + "</div>" + box + part + kSecond +
                                   "</div>" + quoted + part + days_of_fog(1, 18) + "</div></div>"));
  CHECK(article.body.size() == 21);
  CHECK_FALSE(holds(article.body, "every device"));
  CHECK(holds(article.body, "the ice went bad"));
  const Article alone = article_of(page_with(
      "", "<div id=page><h1>Fog</h1>" + part + kFirst + days_of_fog(1, 18) + "</div><section><div><p>" +
              "The tugs of other harbours are told of here, each in a sentence or two, by those who sail on them.</p>"
              "</div></section><div class=company>" +
              part + kSecond + "</div></div></div>"));
  CHECK_FALSE(holds(alone.body, "other harbours"));
}

TEST_CASE("the heading of a box goes with what the box holds") {
  const std::string box = "<div><h2>Fog in pictures</h2><ul><li><a href=/p>The mole in the morning</a></ul></div>";
  const Article article = article_of(page_with("", "<div><h1>Fog</h1>" + kFirst + box + kSecond + kThird + "</div>"));
  CHECK(beginnings(article.body) == "Fog closed the h / Pilots will not  / Insurers expect ");
  const Article headed = article_of(
      page_with("", "<div><h1>Fog</h1>" + kFirst + "<div><h2>Pilots wait</h2></div>" + kSecond + kThird + "</div>"));
  CHECK(holds(headed.body, "Pilots wait"));
}

TEST_CASE("a text begins behind its headline") {
  const std::string other =
      "<div><h3>Pictures of the day</h3><p>Our best pictures of the sea, with a few words on each.</p></div>";
  const Article article = article_of(page_with("<title>Fog closes harbour</title>",
                                               "<div>" + other + "<h1>Fog closes harbour</h1>" + kText + "</div>"));
  CHECK(beginnings(article.body) == "Fog closed the h / Pilots will not  / Insurers expect ");
}

TEST_CASE("a list of other articles ends a text, and answers to questions do not") {
  auto list = [](const std::string& a, const std::string& b, const std::string& c) {
    std::string text;
    for (const std::string& one : {a, b, c}) {
      text += "<div><div><a href=/x>" + one +
              "</a></div><div>June 2, 2025</div><div>All of it is told on another page of ours.</div></div>";
    }
    return text;
  };
  const std::string body = days_of_fog(1, 6);
  const Article listed = article_of(
      page_with("", "<div><h1>Fog</h1>" + body +
                        list("Tugs collide off the mole", "Herring prices rise", "A mayor and his market") + "</div>"));
  CHECK(listed.body.size() == 6);
  const Article asked = article_of(
      page_with("", "<div><h1>Fog</h1>" + body +
                        list("Why do tugs collide?", "Why do prices rise?", "Who is the mayor?") + "</div>"));
  CHECK(asked.body.size() > 6);
}

TEST_CASE("the opening of a text is taken from between its headline and the element that holds the rest") {
  const std::string opening =
      "<p>Nobody in Aldermouth has seen a fog like this one since the winter of the year in which the mole was built, "
      "and few of those who did are still alive to tell of it.</p>";
  const std::string lists(
      "<p><a href=/sea>The sea and its ships, the tides of all harbours, the moon, the herring and its price</a></p>");
  auto begins = [&](const std::string& above) {
    const Article article =
        article_of(page_with("", "<main><div class=top><h1>Fog</h1>" + above + lists + lists +
                                     "</div><div class=rest>" + days_of_fog(1, 9) + "</div></main>"));
    return beginnings({article.body.at(0)});
  };
  CHECK(begins(opening) == "Nobody in Alderm");
  CHECK(begins("<p>The mayor speaks on the quay at noon, and all may come.</p>") == "On day 1 of the ");
}

TEST_CASE("sections have headers of their own, and some quotations are set as headings") {
  const Article article = article_of(page_with(
      "", "<article><header><a href=/>The Echo</a><h1>Fog</h1></header>" + kText +
              "<section><header><h2>Pilots wait</h2></header>" + kSecond +
              "</section><blockquote><h4>“We have never seen it so thick.”</h4></blockquote>" + kThird + "</article>"));
  CHECK(holds(article.body, "Pilots wait"));
  CHECK(holds(article.body, "never seen it so thick"));
  CHECK_FALSE(holds(article.body, "The Echo"));
  for (const std::string more :
       {"<h1>The Echo</h1>", "<a href=/sea>All of it</a>", "<img src=sea.jpg>", "<form></form>"}) {
    CAPTURE(more);
    const Article other = article_of(page_with("", "<article><h1>Fog</h1>" + kFirst + "<header>" + more +
                                                       "<h2>More of the sea</h2></header>" + kSecond + "</article>"));
    CHECK_FALSE(holds(other.body, "More of the sea"));
  }
}

TEST_CASE("the name of the host comes off the title") {
  CHECK(
      article_of(page_with("<title>DailyEcho - Fog closes harbour</title>", kText), "https://www.dailyecho.example/fog")
          .headline == "Fog closes harbour");
}

TEST_CASE("entities that stand escaped twice in a headline are read, and tags that it tells of are kept") {
  CHECK(article_of(page_with("", "<h1>Fog &amp;#x26; tides</h1>" + kText)).headline == "Fog & tides");
  CHECK(article_of(page_with("", "<h1>The &lt;b&gt; of fog</h1>" + kText)).headline == "The <b> of fog");
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

TEST_CASE("a home page that is given as the address gives way to any other") {
  const std::string home = "<link rel=canonical href='https://echo.example/'>";
  CHECK(article_of(page_with(home, kText), "https://echo.example/fog").url == "https://echo.example/fog");
  CHECK(article_of(page_with(home + "<meta property=og:url content='http://www.echo.example'>"
                                    "<meta name=twitter:url content='https://echo.example/fog'>",
                             kText))
            .url == "https://echo.example/fog");
  CHECK(article_of(page_with(home, kText)).url == "https://echo.example/");
}

TEST_CASE("numbered highlights are a summary too, and a numbered list in the text keeps its numbers") {
  const Article article = article_of(page_with(
      "", "<h1>Fog closes harbour</h1><h2>Highlights</h2><ol><li>Forty ships wait<li>Two tugs are damaged</ol>" +
              kText +
              "<ol><li>The fog has come back and shows no sign of leaving the harbour.<li>The tugs are where they "
              "were, at the quay, where they cost money every day.</ol>" +
              kSecond + kThird));
  CHECK(article.summary == std::vector<std::string>{"Forty ships wait", "Two tugs are damaged"});
  CHECK(std::ranges::find(article.body,
                          "2. The tugs are where they were, at the quay, where they cost money every day.") !=
        article.body.end());
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

TEST_CASE("pages without a paragraph that is prose keep what they have") {
  const Article article = article_of("<h1>Tides</h1><table><tr><td>Monday<td>04:12<tr><td>Tuesday<td>05:01</table>");
  CHECK(beginnings(article.body) == "Monday | 04:12 / Tuesday | 05:01");
}
