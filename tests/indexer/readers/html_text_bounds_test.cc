// What of a page is its text (readers/html_reader.h): where it begins and ends, and what stands between its parts. Each
// case is held by one rule of html/.
#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/readers/harbour_page.h"

using namespace backfile;

namespace {

std::string paragraph(const std::string& text) { return "<p>" + text + "</p>"; }

std::string part(const std::string& attributes, const std::string& text) {
  return "<div " + attributes + ">" + text + "</div>";
}

std::string links(int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += "<li><a href=/x>Tugs collide off the mole, part " + std::to_string(i) + "</a>";
  return "<ul>" + text + "</ul>";
}

const std::string kTeaserText = "All of it is told on another page of ours.";

std::string teasers(const std::string& first, const std::string& second, const std::string& third,
                    const std::string& behind = "") {
  std::string text;
  for (const std::string& one : {first, second, third}) {
    text += part("", part("", "<a href=/x>" + one + "</a>") + part("", kTeaserText) + behind);
  }
  return text;
}

std::string listed(const std::string& behind = "") {
  return teasers("Tugs collide off the mole", "Herring prices rise", "A mayor and his market", behind);
}

bool has(const std::string& body, const std::string& fragment) {
  return holds(article_of(page_with("<title>Fog closes harbour</title>", body)).body, fragment);
}

struct Case {
  std::string name;
  std::string body;
  std::string fragment;
  bool in_text;
};

const std::string kHeadline = "<h1>Fog closes harbour</h1>";
const std::string kOffer = "Follow the news of our harbour, <a href=/app>with our programme for every device</a>.";
const std::string kOther = "The wind has turned on other pages of ours, where you can read more of it.";
const std::string kRelated = part("class=box", "<h3>Related articles</h3>" + paragraph("Tugs collide off the mole"));

}  // namespace

TEST_CASE("where a text begins") {
  const std::string opening =
      "Nobody in Aldermouth has seen a fog like this one since the winter of the year in which the mole was built, and "
      "few of those who did are still alive to tell of it.";
  const std::string linked =
      "Nobody in Aldermouth has seen a fog like this one since <a href=/w>the winter of the year in which the mole was "
      "built, and few of those</a> who did are still alive to tell all of us of it, said the harbour master "
      "to the council on Monday.";
  auto above = [](const std::string& text, int count) {
    return "<main>" + part("class=top", kHeadline + text + links(count)) + part("class=rest", days_of_fog(1, 9)) +
           "</main>";
  };
  const Case cases[] = {
      {"between the headline and the rest", above(paragraph(opening), 8), "Nobody in", true},
      {"not with links", above(paragraph(linked), 8), "Nobody in", false},
      {"not with a list", above("<ul><li>" + opening + "</ul>", 8), "Nobody in", false},
      {"not far above", above(paragraph(opening), 25), "Nobody in", false},
      {"much text above the headline stays", part("", days_of_fog(1, 5) + kHeadline + kFirst), "On day 1", true},
      {"little goes",
       part("", paragraph("Our best pictures of the sea, with a few words on each.") + kHeadline + kText), "Our best",
       false},
      {"the first that says the headline counts",
       part("", paragraph("Our best pictures of the sea, with a few words on each.") + kHeadline + kFirst +
                    "<h2>Fog closes harbour</h2>" + days_of_fog(1, 9)),
       "Fog closed the h", true},
      {"a paragraph that says it is none", part("", kFirst + paragraph("Fog closes harbour") + days_of_fog(1, 9)),
       "Fog closed the h", true},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(has(one.body, one.fragment) == one.in_text);
  }
}

TEST_CASE("where a text ends") {
  auto ends = [](const std::string& end) { return part("", kHeadline + days_of_fog(1, 6) + end); };
  const std::string one = part("", part("", "<a href=/x>Tugs collide off the mole</a>") + part("", kTeaserText));
  const std::string headed =
      "<h2><a href=/a>Tugs collide off the mole</a></h2><p>All of them were on their way home.</p>"
      "<h2><a href=/b>Herring prices rise</a></h2><p>Nobody buys any of them on the quay.</p>"
      "<h2><a href=/c>A mayor and his market</a></h2><p>He has opened it in spite of the fog.</p>";
  const Case cases[] = {
      {"a list of other articles", ends(listed()), kTeaserText, false},
      {"with a date behind each", ends(listed(part("", "June 2, 2025"))), kTeaserText, false},
      {"with labels behind the list", ends(listed() + "<p>See all</p><p>Imprint</p><p>Terms</p>"), kTeaserText, false},
      {"one is no list", ends(one), kTeaserText, true},
      {"nor are words", ends(teasers("Aldermouth", "Port Selwyn", "The mole")), kTeaserText, true},
      {"nor are headings", ends(headed), "Nobody buys", true},
      {"a list that is most of the page", part("", kHeadline + kFirst + listed()), kTeaserText, true},
      {"numbers of pages", ends("<ul><li>1<li>2</ul>"), "• 1", false},
      {"behind a box of related articles", ends(kRelated + "<section>" + paragraph(kOther) + "</section>"), kOther,
       false},
      {"and a line of text", ends(kRelated + "<p>Read on</p><section>" + paragraph(kOther) + "</section>"), kOther,
       false},
      {"a box that does not begin with its heading",
       "<article>" + kHeadline + part("", days_of_fog(1, 6) + "<h3>Related articles</h3><p>Tugs collide off it</p>") +
           paragraph(kOther) + "<h3>Pilots wait</h3>" + days_of_fog(7, 12) + "</article>",
       kOther, false},
      {"a box with text in front of it in one element",
       "<article>" + kHeadline + days_of_fog(1, 4) +
           part("", paragraph("Nobody was hurt on the quay, said the harbour master.") + kRelated +
                        part("", paragraph(kOther))) +
           days_of_fog(5, 9) + "</article>",
       kOther, true},
      {"a box in front of all text",
       "<article>" + kHeadline +
           part("", "<h3>Related articles</h3><p>Tugs collide off it</p><h3>Pilots wait</h3>" + paragraph(kOther)) +
           days_of_fog(1, 9) + "</article>",
       kOther, true},
  };
  for (const Case& row : cases) {
    CAPTURE(row.name);
    CHECK(has(row.body, row.fragment) == row.in_text);
  }
}

TEST_CASE("what stands between and beside the parts of a body") {
  const std::string first = part("class=articleBody", days_of_fog(1, 6));
  const std::string last = part("class=articleBody", days_of_fog(7, 12));
  std::string many;
  for (int i = 0; i < 60; ++i) many += " <b>a</b>";
  auto page = [](const std::string& text) { return part("id=page", kHeadline + text); };
  const Case cases[] = {
      {"a section of links", page(first + "<section>" + paragraph(kOffer) + "</section>" + last), "every device",
       false},
      {"a paragraph", page(first + paragraph(kOffer) + last), "every device", true},
      {"a part with one more name", page(first + part("class='articleBody wide'", paragraph(kOffer)) + last),
       "every device", true},
      {"parts of different names",
       page(first + part("class=inline", paragraph(kOffer)) + part("class='articleBody wide'", days_of_fog(7, 12))),
       "every device", true},
      {"a part without a name beside one without",
       page(part("itemprop=articleBody", days_of_fog(1, 9)) + part("", paragraph(kOther))), kOther, false},
      {"a small part in front of text of others",
       page(part("class=articleBody", days_of_fog(1, 18)) + part("", paragraph(kOther)) +
            part("class=articleBody", "<a href=/>Home</a>")),
       kOther, false},
      {"a paragraph called like a body",
       page(part("class=articleBody", days_of_fog(1, 18)) + "<p class=articleBody>" + kOther + "</p>"), kOther, false},
      {"a header that is no heading's",
       "<article>" + kHeadline + "<header><h2>Sea and ships</h2>" + paragraph(kOther + many) + "</header>" + kText +
           days_of_fog(1, 9) + "</article>",
       kOther, false},
      {"a quotation set as a heading, and a heading behind it",
       "<article>" + kHeadline + kText +
           "<blockquote><h4>“We have never seen it so thick.”</h4></blockquote>"
           "<h4>Pilots wait</h4>" +
           days_of_fog(1, 3) + "</article>",
       "never seen it", true},
      {"an entry that has a number of its own",
       "<article>" + kHeadline + kText + "<ul><li>100. Fog is a cloud on the water</ul>" + days_of_fog(1, 2) +
           "</article>",
       "• 100", false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(has(one.body, one.fragment) == one.in_text);
  }
}

TEST_CASE("boxes of which a page has one are none of a short text, by their ids") {
  const std::string box =
      paragraph("Win tickets to the show of the county, where more than two hundred boats are shown.");
  for (const std::string id : {"id=footer", "id=promo", "id=newsletter"}) {
    CAPTURE(id);
    CHECK_FALSE(has(part("id=page", kHeadline + kFirst + kSecond) + part(id, box), "Win tickets"));
  }
  CHECK(has(part("id=page", kHeadline + kFirst + kSecond) + part("id=more", box), "Win tickets"));
}

TEST_CASE("lines of papers behind and between the paragraphs of their texts are told by their phrases") {
  auto page = [](const std::string& text) { return part("", kHeadline + days_of_fog(1, 6) + text); };
  const std::string more = days_of_fog(7, 9);
  const std::string bio = "<h4>Irene Solana</h4><p>Irene trabajó antes en la delegación de Valencia y en la radio.</p>";
  const Case cases[] = {
      {"the printed paper",
       page(part("", "A version of this article appears in print on March 11, Section A, Page 19")), "in print", false},
      {"the right to print", page("<p>© 2012 The Agency. All Rights Reserved. This material may not be published.</p>"),
       "Agency", false},
      {"a letter to friends", page("<table><tr><td>E-mail this article to a friend</table>"), "friend", false},
      {"an author", page("<section><div>Sobre la firma</div>" + bio + "</section>"), "Irene", false},
      {"an author in French", page("<section><h3>À propos de l’auteur</h3>" + bio + "</section>"), "Irene", false},
      {"topics", page("<section><h3>Archivado En</h3><ul><li>Niebla<li>Puertos</ul></section>"), "Niebla", false},
      {"another article in French", page("<section><p>Lire aussi <a href=/l>La brume</a></p></section>" + more),
       "Lire aussi", false},
      {"another article in Italian", page("<p>LEGGI ANCHE - <a href=/l>La nebbia</a></p>" + more), "LEGGI", false},
      {"a letter of news in Italian",
       page("<p>Se vuoi sapere della nebbia iscriviti gratis alla <a href=/n>newsletter</a> del porto.</p>"),
       "iscriviti", false},
      {"a letter of news in Spanish", page("<p>Suscríbete a nuestra newsletter semanal para conocer el puerto.</p>"),
       "newsletter", false},
      {"a box of a letter of news",
       page("<div data-qa=newsletter><p>Get the news of our harbour every day.</p></div>" + more), "every day", false},
      {"a box that asks for members",
       page("<div class=kg-callout-card><div>Enjoying this? Members get more of it.</div></div>" + more), "Enjoying",
       false},
      {"what a text says of authors", page("<p>Sobre la firma del tratado nadie dijo nada en el puerto.</p>" + more),
       "tratado", true},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(has(one.body, one.fragment) == one.in_text);
    CHECK(has(one.body, "On day 6"));
  }
}

TEST_CASE("numbers of pictures are no text, though their captions are where they are most of it") {
  auto picture = [](const std::string& number, const std::string& caption) {
    return "<figure><img src=a><figcaption><span>" + number + "</span>" + caption + "</figcaption></figure>";
  };
  const std::string pictures =
      part("", kHeadline + picture("1/3", kFirst) + picture("2/3", kSecond) + picture("3/3", kThird));
  CHECK(has(pictures, "Pilots will"));
  CHECK_FALSE(has(pictures, "2/3"));
  CHECK(has(part("", kHeadline + kFirst + "<div>2/3</div>" + kSecond), "2/3"));
}

TEST_CASE("the heading of highlights goes with them") {
  CHECK_FALSE(has(part("", kHeadline +
                               "<div class=story-highlights><p>Story highlights</p><ul><li>Forty ships wait</ul>"
                               "</div>" +
                               kText),
                  "Story highlights"));
}
