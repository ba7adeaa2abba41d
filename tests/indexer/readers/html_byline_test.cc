// Writers of HTML pages (readers/html_reader.h): whom of all who speak of them to believe, and what of it is a name.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/indexer/readers/harbour_page.h"

using namespace backfile;

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
      {"an agency on a visible line", "<p>By Reuters</p>", {"Reuters"}},
      {"two names, a place and a date", "<p>Ann Lee and Bo Ek in Selwyn, 5 Mar 2024</p>", {"Ann Lee", "Bo Ek"}},
      {"writers above their agency",
       "<p class=byline>By ANN LEE and BO EK<br>Harbour Press Writers</p>",
       {"ANN LEE", "BO EK"}},
      {"a writer above her paper", "<p>By Ann Lee<br>The Aldermouth Lower Times</p>", {"Ann Lee"}},
      {"names in two lines", "<p>By Ann Lee and<br>Bo Ek</p>", {"Ann Lee", "Bo Ek"}},
      {"a second line of names", "<p class=byline>By Ann Lee<br>and Bo Ek</p>", {"Ann Lee", "Bo Ek"}},
      {"an Italian mark and a date", "<p>Di Anna Neri | 5 marzo 2024</p>", {"Anna Neri"}},
      {"a Swedish mark and a date", "<p>Av Eva Lund, 5 mars 2024</p>", {"Eva Lund"}},
      {"a Chinese reporter", "<p>本报记者 李晓明</p>", {"李晓明"}},
      {"a Korean reporter", "<p>이가온 기자 gaon@example.kr</p>", {"이가온"}},
      {"a row of a role is no mark", "<p>Reporter</p><p>Harbour Works</p>", {}},
      {"a date and a name", "<p>Posted on March 3, 2025 by Ann Lee</p>", {"Ann Lee"}},
      {"a name and a date", "<p>Ann Lee, March 3, 2025</p>", {"Ann Lee"}},
      {"a name, a role and a date", "<p>Ann Lee | Senior Writer | July 2, 2025</p>", {"Ann Lee"}},
      {"behind a section", "<p>Shipping | By Ann Lee | 5 min read</p>", {"Ann Lee"}},
      {"a date glued to the name", "<div class=byline>By <b>Ann Lee</b> March 3, 2025</div>", {"Ann Lee"}},
      {"an author's page", "<p><a href=/authors/ann-lee>Ann Lee</a></p>", {"Ann Lee"}},
      {"a portrait", "<div><img alt='Portrait of Ann Lee'><div>Ann Lee</div></div>", {"Ann Lee"}},
      {"a picture of somebody else", "<figure><img alt='Cy Diaz'><p>Cy Diaz</p></figure>", {}},
      {"words that announce names are none", "<div class=author-name>Written by</div><p>By Ann Lee</p>", {"Ann Lee"}},
      {"nor are those of other links", "<a rel=author href=/x>Follow us on the quay</a><p>By Ann Lee</p>", {"Ann Lee"}},
      {"who made the page is no writer",
       "<meta name=author content='design: Cy Diaz, code: Di Eng'><p>By Ann Lee</p>",
       {"Ann Lee"}},
      {"the name in a box of the author",
       "<div class=author><b class=name>Mudlark</b><span class=time>3/4/2025</span></div>",
       {"Mudlark"}},
      {"a box that announces the name inside",
       "<div class=post-author><p>Insights from</p><p class=post-author-name>Ann Lee</p></div>",
       {"Ann Lee"}},
      {"a team after a person", "<div class=author-name>The Echo Team</div><p>By Ann Lee</p>", {"Ann Lee"}},
      {"a team by its class", "<span class=hero__author>By the Echo Team 2–3 minutes</span>", {"the Echo Team"}},
      {"a team alone", "<div class=author-name>The Echo Team</div>", {"The Echo Team"}},
      {"an account, and the writer shown", "<meta name=author content=KatieS><p>by Ann Lee</p>", {"Ann Lee"}},
      {"another member of the staff, and the writer shown",
       "<meta name=author content='Cy Diaz'><p>By Ann Lee</p>",
       {"Ann Lee"}},
      {"the same, shown shorter", "<meta name=author content='Ann Bo Lee'><p>By Ann Lee</p>", {"Ann Bo Lee"}},
      {"the house of the paper, and the writer shown",
       "<meta property=og:site_name content='The Echo'><meta name=author content='The Echo Media'>"
       "<div class=author-name>Ann Lee</div>",
       {"Ann Lee"}},
      {"a name before the date, marked by nothing", "<p>Ann Lee | Aldermouth</p><p>March 3, 2025</p>", {"Ann Lee"}},
      {"a section before the date is a link", "<p><a href=/sea>Harbour Works</a></p><p>March 3, 2025</p>", {}},
      {"or a heading, even where names stand",
       "<header><a href=/>The Echo</a><h2>Cy Diaz</h2><p>March 3, 2025</p></header>",
       {}},
      {"or a heading", "<h3>Harbour Works</h3><p>March 3, 2025</p>", {}},
      {"or belongs to a place", "<p>Aldermouth's Pilots</p><p>March 3, 2025</p>", {}},
      {"or belongs to another person", "<p>Ann’s Bakery</p><p>March 3, 2025</p>", {}},
      {"a name before the date of another article", "<div class=related><p>Cy Diaz</p><p>March 3, 2025</p></div>", {}},
      {"two writers shown, and another in the metadata",
       "<meta name=author content='Cy Diaz'><p>By Ann Lee and Bo Chan</p>",
       {"Cy Diaz"}},
      {"a name shown without By, and another in the metadata",
       "<meta name=author content='Cy Diaz'><p>Ann Lee, March 3, 2025</p>",
       {"Cy Diaz"}},
      {"a team shown, and a writer in the metadata",
       "<meta name=author content='Cy Diaz'><p>By The Echo Team</p>",
       {"Cy Diaz"}},
      {"a member of a forum shown, and a writer in the metadata",
       "<meta name=author content='Cy Diaz'><p>Posted by Mudlark</p>",
       {"Cy Diaz"}},
      {"one of two in the metadata shown",
       "<meta name=author content='Cy Diaz and Ann Lee'><p>By Ann Lee</p>",
       {"Cy Diaz", "Ann Lee"}},
      {"a first name and a whole one in the metadata",
       "<meta name=author content='Cy and Ann Lee'><p>By Ann Lee</p>",
       {"Cy", "Ann Lee"}},
      {"a word that only begins like one of the name shown",
       "<meta name=author content='Cy Di'><p>By Ann Diaz</p>",
       {"Ann Diaz"}},
      {"a surname as the account, and the writer shown",
       "<meta name=author content=Lee><p>By Ann Lee</p>",
       {"Ann Lee"}},
      {"who took the picture is no writer",
       "<div class=author-name>Image credit: Cy Diaz</div><p>By Ann Lee</p>",
       {"Ann Lee"}},
      {"nor is who made it", "<meta name=author content='design: Cy Diaz'>", {}},
      {"nor is a button", "<meta name=author content='Follow Cy Diaz'>", {}},
      {"nor is a label of pictures", "<meta name=author content='Images Cy Diaz'>", {}},
      {"nor is a mark without a name", "<meta name=author content=By>", {}},
      {"nor are labels of names", "<meta name=author content='The Authors'>", {}},
      {"a word that may be a name", "<meta name=author content=Foto>", {"Foto"}},
      {"a number in a name", "<meta name=author content='Ann Mudlark_7'>", {"Ann Mudlark_7"}},
      {"a capital inside of a surname", "<div class=byline>By Ann DeMay March 3, 2025</div>", {"Ann DeMay"}},
      {"and behind a hyphen", "<div class=byline>By Ann Lee-May March 3, 2025</div>", {"Ann Lee-May"}},
      {"and behind an apostrophe", "<div class=byline>By Ann O'August March 3, 2025</div>", {"Ann O'August"}},
      {"a place behind a name", "<p>Ann Lee | port of Aldermouth</p><p>March 3, 2025</p>", {"Ann Lee"}},
      {"a long line is no name",
       "<p>Cy Diaz | Aldermouth, Port Selwyn and all of the villages around the bay</p><p>March 3, 2025</p>",
       {}},
      {"the first of two names with dates",
       "<p>Ann Lee</p><p>March 3, 2025</p><p>Bo Chan</p><p>March 4, 2025</p>",
       {"Ann Lee"}},
      {"a name below a count of comments",
       "<div class=meta-comments><b class=author-name>Ann Lee</b></div>",
       {"Ann Lee"}},
      {"a name in a box that has a measure of a side bar",
       "<div class='mr-[--sidebar-width]'><p class=author-name>Ann Lee</p></div>",
       {"Ann Lee"}},
      {"a box on the author", "<div class=author-info>Ann Lee</div>", {"Ann Lee"}},
      {"one word as a link to an author", "<p><a href=/authors/x>Mudlark</a></p>", {}},
      {"a team by a word inside", "<div class=author-name>Echo Team Aldermouth</div><p>By Ann Lee</p>", {"Ann Lee"}},
      {"a name behind much white space",
       "<p><b>Shipping</b>" + std::string(400, '\n') + "<a href=/authors/ann-lee>Ann Lee</a></p>",
       {"Ann Lee"}},
      {"a team by its first word", "<div class=author-name>Team Echo</div><p>By Ann Lee</p>", {"Ann Lee"}},
      {"a day of the week is nobody", "<p>Released Monday, March 3, 2025</p>", {}},
      {"a dash and a number behind", "<p>by Ann Lee—10 min read</p>", {"Ann Lee"}},
      {"a first name like a day's in short", "<p>By Sam Jones</p>", {"Sam Jones"}},
      {"a particle like a day's in short", "<p>By Ana de la Cruz</p>", {"Ana de la Cruz"}},
      {"a surname like a month's, and a date behind it", "<p>By Theresa May 3 March 2025</p>", {"Theresa May"}},
      {"a label of Chinese pages with nothing behind it", "<p>作者：</p>", {}},
      {"a name with that of the paper inside a word",
       "<meta property=og:site_name content=ELLE><meta name=author content='Michelle Lee, Bo Chan'>",
       {"Michelle Lee", "Bo Chan"}},
      {"a month glued to the name", "<p>by Ann LeeMarch 3, 2025</p>", {"Ann Lee"}},
      {"the headline in the place of a name",
       "<a rel=author href=/x>Fog closes harbour</a><p>By Ann Lee</p>",
       {"Ann Lee"}},
      {"the headline alone in the place of a name", "<a rel=author href=/x>Fog closes harbour</a>", {}},
      {"nothing but numbers", "<div class=author-name>2:28 p.m. EDT July 18, 2013</div>", {}},
      {"half a sentence", "<a rel=author href=/x>. You can write to us</a><p>By Ann Lee</p>", {"Ann Lee"}},
      {"an address in capitals", "<meta name=author content=SEA.ECHO.ORG>", {}},
      {"words of buttons before the date", "<p>Text Size</p><p>March 3, 2025</p>", {}},
      {"the teams of a match", "<p><a href=/harbour/team/one>Harbour Rovers</a></p>", {}},
      {"the paper by its whole name, and the writer shown",
       "<meta property=og:site_name content=altimes.example><meta name=author content='Aldermouth Lower Times'>"
       "<div class=author-name>Ann Lee</div>",
       {"Ann Lee"}},
      {"the paper by its initials, and the writer shown",
       "<meta property=og:site_name content=alt.example><meta name=author content='Aldermouth Lower Times'>"
       "<div class=author-name>Ann Lee</div>",
       {"Ann Lee"}},
      {"an agency is a writer", "<meta name=author content='Associated Press'><p>Cy Diaz</p>", {"Associated Press"}},
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
  SUBCASE("a credit near the end of the text counts, however far the last line of the page is") {
    const std::string notes =
        "<div><p>The council wrote in March that all pilots are paid for their days at home.</p></div>";
    const std::string credit =
        "<h3>Written by Ann Lee</h3><p>She has written on the sea and its ships for ten years.</p>";
    CHECK(beginnings(
              article_of(headline + "<main>" + kText + credit + "<nav>" + far + "</nav>" + notes + "</main>").byline) ==
          "Ann Lee");
  }
  SUBCASE("nor does one that is called a name win over a link to an author above it") {
    CHECK(beginnings(article_of(headline + "<p><a href=/authors/ann-lee>Ann Lee</a></p>" + kText +
                                "<div class=author-name>Cy Diaz</div>")
                         .byline) == "Ann Lee");
  }
  SUBCASE("who comments behind the text is no writer") {
    CHECK(
        article_of(headline + kText + "<div class=kommentare>Posted by: <a href=/c>Cy Diaz</a></div>").byline.empty());
    CHECK(article_of(headline + kText + "<div class=comment-author><b class=author-name>Cy Diaz</b></div>")
              .byline.empty());
  }
  SUBCASE("the headline may name the writer") {
    CHECK(beginnings(
              article_of(
                  "<h1>Ann Bo Lee: fog closes harbour for a third day</h1><meta name=author content='Ann Bo Lee'>" +
                  kText)
                  .byline) == "Ann Bo Lee");
  }
  SUBCASE("a line behind the text does not win over metadata") {
    CHECK(beginnings(
              article_of("<meta name=author content='Cy Diaz'>" + headline + kText + "<p>By Ann Lee</p>").byline) ==
          "Cy Diaz");
  }
  SUBCASE("a few words on the writer behind the text name her") {
    const std::string portrait = "<h3>About the author</h3><p>Ann Lee is a reporter in Aldermouth.</p>";
    CHECK(beginnings(article_of(headline + kText + portrait).byline) == "Ann Lee");
    const std::string written = "<p>This post was written by Ann Lee, Head of Tides</p>";
    CHECK(beginnings(article_of(headline + kText + written).byline) == "Ann Lee");
  }
}

TEST_CASE("the writer of another article behind the text is not this one's") {
  const std::string headline = "<h1>Fog closes harbour</h1>";
  const std::string more = "<a href=/ferry>Ferry prices rise</a> by <a href=/author/bo-ek>Bo Ek</a>";
  for (const std::string tag : {"div", "li", "section"}) {
    CAPTURE(tag);
    const std::string line = "<" + tag + "><h2>More stories</h2>" + more + "</" + tag + ">";
    CHECK(article_of(headline + kText + line).byline.empty());
  }
  CHECK(article_of(headline + kText + "<div>by <a href=/author/bo-ek>Bo Ek</a></div>").byline ==
        std::vector<std::string>{"Bo Ek"});
}
