#include "indexer/cleaning/page_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "indexer/cleaning/paragraphs.h"
#include "indexer/cleaning/summary.h"
#include "indexer/cleaning/text_repair.h"
#include "tests/support/page_text.h"

using namespace backfile;

namespace {

constexpr std::int64_t kNow = 1741006500;  // 2025-03-03T12:55:00Z
constexpr const char* kFirst =
    "The harbour master of Selwyn closed the port on Monday, saying that the fog had opinions.";
constexpr const char* kSecond =
    "Pilots agreed with him and played cards until noon, when the fog lifted and the cards did not.";

Article read(std::string_view text, bool headline_in_text = true) { return read_page(text, kNow, headline_in_text); }

}  // namespace

TEST_CASE("a whole page comes apart") {
  const Article article =
      read(joined({"Fog Closes Port for Third Day", "Mar 2, 2025", "By Ann Lee and Bo Chan", "Highlights",
                   "  • The port is closed.", "  • The pilots play cards.", kFirst, "What Comes Next?", kSecond,
                   "Search", "Recent Harbour News", "Lamp Found in Lighthouse", "Leave a Reply"},
                  "\n\n"));
  CHECK(article.headline == "Fog Closes Port for Third Day");
  CHECK(article.headline_from == HeadlineFrom::text);
  CHECK(article.published.iso == "2025-03-02");
  CHECK(article.published_from == PublishedFrom::text);
  CHECK(article.byline == Lines{"Ann Lee", "Bo Chan"});
  CHECK(article.summary == Lines{"The port is closed.", "The pilots play cards."});
  CHECK(article.body == Lines{kFirst, "What Comes Next?", kSecond});
  CHECK(article.boilerplate == Lines{"Search", "Recent Harbour News", "Lamp Found in Lighthouse", "Leave a Reply"});
  CHECK(article.words == 16 + 3 + 18);
}

TEST_CASE("a page without blank lines comes apart the same") {
  const Article article = read(joined(
      {"Fog Closes Port", "By Ann Lee", "Highlights", "- The port is closed.", kFirst, kSecond, "Leave a Reply"}));
  CHECK(article.headline == "Fog Closes Port");
  CHECK(article.byline == Lines{"Ann Lee"});
  CHECK(article.summary == Lines{"The port is closed."});
  CHECK(article.body == Lines{kFirst, kSecond});
}

TEST_CASE("where no headline stands it is the first bullet, and stays one") {
  const Article article = read(joined({"Highlights", "- The port is closed.", "- Cards are played.", kFirst, "Ann"}));
  CHECK(article.headline == "The port is closed.");
  CHECK(article.headline_from == HeadlineFrom::summary);
  CHECK(article.summary.size() == 2);
  CHECK(article.byline == Lines{"Ann"});
}

TEST_CASE("where neither headline nor summary stands it is the first sentence, without its dateline") {
  const Article article = read("SELWYN, Jan 28 (Agency) - " + std::string(kFirst) + " Nobody laughed.\n" + kSecond);
  CHECK(article.headline == kFirst);
  CHECK(article.headline_from == HeadlineFrom::first_sentence);
  CHECK(article.dateline == "SELWYN, Jan 28");
  CHECK(article.body[0].starts_with("SELWYN, Jan 28 (Agency) - The harbour"));
}

TEST_CASE("headlines of every shape") {
  for (const std::string line : {"Who Owns the Fog?", "Fog! Fog! Fog!", "Port Closed, Says U.S.", "Search",
                                 "‘I saw nothing’: pilot speaks", "港口关闭三天", "Comments", "Menu"}) {
    CAPTURE(line);
    const Article article = read(joined({line, kFirst, kSecond}, "\n\n"));
    CHECK(article.headline == line);
    CHECK(article.headline_from == HeadlineFrom::text);
    CHECK(article.body.size() == 2);
  }
}

TEST_CASE("furniture above the headline is set aside") {
  const Article article =
      read(joined({"Skip to content", "Menu", "Search", "We use cookies to make this site better for you.",
                   "Fog Closes Port", "3 min read", "Share", "By Ann Lee", kFirst, kSecond}));
  CHECK(article.headline == "Fog Closes Port");
  CHECK(article.byline == Lines{"Ann Lee"});
  CHECK(article.body == Lines{kFirst, kSecond});
  CHECK(article.boilerplate == Lines{"Skip to content", "Menu", "Search",
                                     "We use cookies to make this site better for you.", "3 min read", "Share"});
}

TEST_CASE("what stands between headline and byline is the standfirst") {
  const Article article = read(
      joined({"Fog Closes Port", "Pilots wait for the weather to end.", "By Ann Lee", "2 March 2025", kFirst, kSecond},
             "\n\n"));
  CHECK(article.summary == Lines{"Pilots wait for the weather to end."});
  CHECK(article.byline == Lines{"Ann Lee"});
  CHECK(article.published.iso == "2025-03-02");
  CHECK(article.body == Lines{kFirst, kSecond});
  const Article brief = read(joined({"Fog Closes Port", kFirst, "By Ann Lee"}, "\n\n"));
  CHECK(brief.summary.empty());  // nothing follows: it is the body
  CHECK(brief.body == Lines{kFirst});
  CHECK(brief.byline == Lines{"Ann Lee"});
}

TEST_CASE("a signature behind the last paragraph is the byline") {
  CHECK(read(joined({kFirst, kSecond, "Ann Lee", "You Might Also Like…"})).byline == Lines{"Ann Lee"});
  CHECK(read(joined({kFirst, kSecond, "— Ann"})).byline == Lines{"Ann"});
  CHECK(read(joined({kFirst, "Winners", "Bo Chan", "Ann Lee"})).byline.empty());  // a list, not a signature
  CHECK(read(joined({kFirst, kSecond, "The End"})).byline.empty());
  const Article signed_twice = read(joined({"Fog Closes Port", "By Ann Lee", kFirst, kSecond, "Ann Lee"}));
  CHECK(signed_twice.byline == Lines{"Ann Lee"});
  CHECK(signed_twice.body.size() == 2);
}

TEST_CASE("a byline in the block is the byline where there is no other") {
  const Lines block{kFirst, kSecond, "Search", "Lamp Found", "By Bo Chan", "Bo likes lamps."};
  CHECK(read(joined(block)).byline == Lines{"Bo Chan"});
  CHECK(read("By Ann Lee\n" + joined(block)).byline == Lines{"Ann Lee"});
}

TEST_CASE("dates of pages") {
  struct Case {
    Lines lines;
    std::string published;
    std::string rejected;
  };
  const std::vector<Case> table{
      {{"Fog", "Mar 2, 2025", kFirst}, "2025-03-02", ""},
      {{"Mar 2, 2025", "Fog", kFirst}, "2025-03-02", ""},
      {{"Fog", "Published: Mar 2, 2025", "Updated: Mar 3, 2025", kFirst}, "2025-03-02", ""},
      {{"Fog", "Updated: Mar 1, 2025", "Published: Feb 28, 2025", kFirst}, "2025-02-28", ""},
      {{"Fog", "Updated March 1, 2025", kFirst}, "2025-03-01", ""},
      {{"Fog", "March 2025", kFirst}, "2025-03", ""},
      {{"Fog", "2025年3月3日", kFirst}, "2025-03-03", ""},
      {{"Fog", kFirst, kSecond, "Ann Lee", "Mar 2, 2025"}, "2025-03-02", ""},
      {{"Fog", kFirst, kSecond, kFirst, "Published: Mar 2, 2025", kSecond}, "2025-03-02", ""},
      {{"Fog", "01/02/2025", kFirst}, "", "01/02/2025"},
      {{"Fog", "01/02/2025", kFirst, "The port was last closed on 12/25/2024, for a day."}, "2025-01-02", ""},
      {{"Fog", "01/02/2025", kFirst, "Updated: 25/02/2025"}, "2025-02-01", ""},
      {{"Fog", "Updated: 01/02/2025", kFirst, "From 25/12/2024 on."}, "2025-02-01", ""},
      {{"Fog", "Mar 30, 2026", kFirst}, "", "Mar 30, 2026"},
      {{"Fog", "30 February 2025", kFirst}, "", "30 February 2025"},
      {{"Fog", "It happened on March 2, 2025.", kFirst}, "", ""},
      {{"Fog", kFirst, kSecond, "Related articles", "Mar 2, 2025"}, "", ""},
      {{"Fog", "1 March 2020", kFirst, "2 March 2021", kSecond, "3 March 2022", kFirst}, "", ""},  // a chronicle
  };
  for (const Case& row : table) {
    CAPTURE(joined(row.lines));
    const Article article = read(joined(row.lines));
    CHECK(article.published.iso == row.published);
    CHECK(article.published_rejected == row.rejected);
    CHECK(article.headline == "Fog");
  }
}

TEST_CASE("a date among a few other words below the headline is that of publication where something says so") {
  struct Row {
    std::string line;
    std::string iso;
  };
  const std::vector<Row> table{
      {"SELWYN, MARCH 02, 2025 10:15 IST", "2025-03-02T10:15:00"},
      {"2025-03-02 10:15:22 来源：港口日报", "2025-03-02T10:15:22"},
      {"来源：港口日报 2025年03月02日 第01版", "2025-03-02"},
      {"Published in Selwyn on 2 March 2025", "2025-03-02"},
      {"Selwyn, 2 March 2025", ""},  // a place and a day may be those of an event
      {"When: 2 March 2025, 7:30 pm", ""},
      {"The lamp went out on 2 March 2025 at 10:15 and nobody was told of it", ""},
  };
  for (const Row& row : table) {
    CAPTURE(row.line);
    const Article article = read(joined({"Fog Closes Port for Third Day", row.line, kFirst, kSecond}, "\n\n"));
    CHECK(article.headline == "Fog Closes Port for Third Day");
    CHECK(article.published.iso == row.iso);
    const Lines body = row.iso.empty() ? Lines{row.line, kFirst, kSecond} : Lines{kFirst, kSecond};
    CHECK(article.body == body);
  }
}

TEST_CASE("blocks open only behind some body") {
  CHECK(read(joined({"Search", "Highlights", "- One point.", kFirst, kSecond})).body.size() == 2);
  const Article article = read(joined({"Fog", "Search", "Ann Lee", kFirst, kSecond, "Search", "Lamp"}));
  CHECK(article.body.size() >= 2);
  CHECK(article.boilerplate.back() == "Lamp");
}

TEST_CASE("a share row inside an article does not end it, one behind it does") {
  const Article inside = read(joined({"Fog", kFirst, "Share this:", kSecond, kFirst, kSecond}));
  CHECK(inside.body.size() == 4);
  CHECK(inside.boilerplate == Lines{"Share this:"});
  const Article behind =
      read(joined({"Fog", kFirst, kSecond, "Share this:", "Support the Post", "No owner. One photographer."}));
  CHECK(behind.body == Lines{kFirst, kSecond});
  CHECK(behind.boilerplate.size() == 3);
}

TEST_CASE("a comment form ends the article however much is written behind it") {
  const Article article = read(joined({"Fog", kFirst, "Leave a Reply", kSecond, kFirst, kSecond, kFirst}));
  CHECK(article.body == Lines{kFirst});
  CHECK(article.boilerplate.size() == 5);
}

TEST_CASE("a comment counter between standfirst and byline does not end the article") {
  const Article article = read(
      joined({"Fog Closes Port", "Pilots wait for the weather to end.", "3 Comments", "By Ann Lee", kFirst, kSecond}));
  CHECK(article.body == Lines{kFirst, kSecond});
  CHECK(article.byline == Lines{"Ann Lee"});
  CHECK(article.boilerplate == Lines{"3 Comments"});
}

TEST_CASE("a heading with captions directly before the block goes with it") {
  const Article article = read(joined({"Fog", kFirst, kSecond, "The Old Harbour", "Selwyn Harbour - Wikipedia",
                                       "Source: Wikipedia", "Spread the word:", "Leave a Reply"},
                                      "\n\n"));
  CHECK(article.body == Lines{kFirst, kSecond});
  CHECK(article.boilerplate.front() == "The Old Harbour");
  const Article plain = read(joined({"Fog", kFirst, "What Comes Next", kSecond, "Leave a Reply"}));
  CHECK(plain.body == Lines{kFirst, "What Comes Next", kSecond});
}

TEST_CASE("the text of a record gives no headline but all the rest") {
  const Article article =
      read(joined({"Fog Closes Port", "By Ann Lee", kFirst, kSecond, "You Might Also Like…", "Lamp"}), false);
  CHECK(article.headline == kFirst);  // of the first prose
  CHECK(article.headline_from == HeadlineFrom::first_sentence);
  CHECK(article.body[0] == "Fog Closes Port");
  CHECK(article.byline == Lines{"Ann Lee"});
  CHECK(article.boilerplate == Lines{"You Might Also Like…", "Lamp"});
}

TEST_CASE("what is known already wins, and its repetition in the text goes") {
  Article article;
  article.headline = "Fog Closes Port";
  article.headline_from = HeadlineFrom::metadata;
  article.byline = {"Ann Lee"};
  article.published = make_date(2025, 3, 1);
  read_page_text(joined({"FOG CLOSES PORT", "By Ann Lee", "Mar 1, 2025", kFirst, kSecond, "Ann Lee"}),
                 {default_boilerplate(), kNow, false}, article);
  CHECK(article.body == Lines{kFirst, kSecond});
  CHECK(article.boilerplate.empty());
  article.body.clear();
  read_page_text(joined({"By Bo Chan", "Mar 2, 2025", kFirst, kSecond}), {default_boilerplate(), kNow, false}, article);
  CHECK(article.byline == Lines{"Ann Lee"});
  CHECK(article.published.iso == "2025-03-01");
  CHECK(article.boilerplate == Lines{"By Bo Chan", "Mar 2, 2025"});
}

TEST_CASE("texts with next to nothing in them") {
  CHECK(read("").headline == "");
  CHECK(read("\n \n\t").body.empty());
  CHECK(read("Fog").headline == "Fog");
  CHECK(read("Fog").body.empty());
  CHECK(read("By Ann Lee").headline == "By Ann Lee");
  CHECK(read("Mar 2, 2025").headline == "Mar 2, 2025");
  CHECK(read("Advertisement").headline == "");
  CHECK(read("Advertisement").boilerplate == Lines{"Advertisement"});
  CHECK(read(kFirst).body == Lines{kFirst});
  CHECK(read("Highlights").headline == "Highlights");
  CHECK(read(joined({"Highlights", kFirst, kSecond})).headline == kFirst);
  CHECK(read("Highlights\n- One point.").summary == Lines{"One point."});
  CHECK(read(joined({"Fog", "Highlights", "1. One point.", "2) Another.", kFirst}, "\n\n")).summary ==
        Lines{"One point.", "Another."});
}

TEST_CASE("no line is lost, whatever order the lines come in") {
  const Lines lines{"Fog Closes Port for Third Day",
                    "Mar 2, 2025",
                    "Updated: Mar 3, 2025",
                    "By Ann Lee",
                    "By Bo Chan, Editor",
                    "Highlights",
                    "- The port is closed.",
                    "• The pilots play cards.",
                    kFirst,
                    kSecond,
                    "What Comes Next?",
                    "Advertisement",
                    "Share this:",
                    "Source: Wikipedia",
                    "Photo: Cy Diaz",
                    "Search",
                    "Skip to content",
                    "Recent Harbour News",
                    "Leave a Reply",
                    "0 Comments",
                    "Ann Lee",
                    "01/02/2025",
                    "Lamp Found in Lighthouse",
                    "CATEGORIES: , , ,",
                    "SELWYN, Jan 28 (Agency) - The fog has come back, said a man with a lamp.",
                    "港口关闭。"};
  std::mt19937 random(11);
  for (int round = 0; round < 1000; ++round) {
    Lines shuffled = lines;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    shuffled.resize(1 + random() % shuffled.size());
    const std::string text = joined(shuffled, random() % 2 == 0 ? "\n" : "\n\n");
    CAPTURE(text);
    const Article article = read(text);
    for (const std::string& line : shuffled) {
      auto has = [&](const Lines& field) {
        return std::ranges::find(field, line) != field.end() ||
               std::ranges::find(field, bullet_text(line)) != field.end();
      };
      auto names = [&] {
        return std::ranges::any_of(article.byline,
                                   [&](const std::string& name) { return line.find(name) != std::string::npos; });
      };
      const bool date =
          line.find("2025") != std::string::npos && (article.published.known() || article.published_rejected == line);
      const bool kept = article.headline == line || has(article.summary) || has(article.body) ||
                        has(article.boilerplate) || names() || date || is_summary_heading(line);
      CAPTURE(line);
      CHECK(kept);
    }
  }
}
