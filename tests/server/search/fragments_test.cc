#include "server/search/fragments.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "server/search/highlighter.h"

using namespace backfile;

namespace {

HighlightClause word(const std::string& form) {
  return {form, HighlightClause::Shape::phrase, 0, {{form}}, kArticleParts};
}

std::string joined(const Runs& runs) {
  std::string text;
  for (const Run& run : runs) text += run.text;
  return text;
}

std::string shown(const Runs& runs) {
  std::string text;
  for (const Run& run : runs) text += run.matched ? "[" + run.text + "]" : run.text;
  return text;
}

Hit hit_of(std::vector<std::string> body) {
  Hit hit;
  hit.article.headline = "A headline";
  hit.article.headline_from = HeadlineFrom::text;
  hit.article.body = std::move(body);
  return hit;
}

const std::string kLong =
    "The harbour master said on Monday that the tugs would stay where they were for as long as it took. Nobody on the "
    "quay believed him. By Tuesday, the queue off the bar had grown to forty-seven ships, among them two that carried "
    "nothing but bananas.";

}  // namespace

TEST_CASE("a long sentence without spaces is cut behind a comma") {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "拖船留在港口里不动，";
  Hit hit = hit_of({text + "船长说，香蕉都坏了，" + text});
  Highlighter({{"香蕉", HighlightClause::Shape::phrase, 0, {{"香蕉"}}, kArticleParts}}, false).highlight(hit, 3);
  REQUIRE(hit.fragments.size() == 1);
  CHECK(shown(hit.fragments[0].runs).starts_with("拖船留在港口里不动，"));
  CHECK(shown(hit.fragments[0].runs).ends_with("不动，"));
}

TEST_CASE("a fragment is the sentence of its match") {
  Hit hit = hit_of({kLong});
  Highlighter({word("bananas")}, false).highlight(hit, 3);
  REQUIRE(hit.fragments.size() == 1);
  CHECK(shown(hit.fragments[0].runs) ==
        "By Tuesday, the queue off the bar had grown to forty-seven ships, among them two that carried nothing but "
        "[bananas].");
  CHECK(hit.fragments[0].paragraph == 0);
  CHECK(hit.matched == std::vector<std::string>{"bananas"});
}

TEST_CASE("fragments that show more different clauses are chosen first, and shown in the order of the text") {
  Hit hit =
      hit_of({"Only tugs here, and nothing else that anybody could have wanted to read on such a day, or on any other "
              "day of the week.",
              "Only tugs again, in a sentence of its own that is long enough to stand alone without the help of any "
              "neighbour at all.",
              "A rope and a quay in one sentence, which is as long as it has to be to stand alone without any "
              "neighbour, as they do."});
  Highlighter({word("tugs"), word("rope"), word("quay")}, false).highlight(hit, 2);
  REQUIRE(hit.fragments.size() == 2);
  CHECK(hit.fragments[0].paragraph == 0);
  CHECK(hit.fragments[1].paragraph == 2);
}

TEST_CASE("without a match the body's beginning is shown, without marks") {
  Hit hit = hit_of({kLong});
  Highlighter({word("zebra")}, false).highlight(hit, 3);
  REQUIRE(hit.fragments.size() == 1);
  CHECK(joined(hit.fragments[0].runs).starts_with("The harbour master"));
  CHECK(hit.fragments[0].runs.size() == 1);
  CHECK_FALSE(hit.fragments[0].runs[0].matched);
  CHECK(hit.matched.empty());
  Highlighter({}, false).highlight(hit, 0);
  CHECK(hit.fragments.empty());
}

TEST_CASE("a form that is not the word as written is named") {
  Hit hit = hit_of({"They mined it, and mining it was."});
  HighlightClause mine = word("mine");
  mine.slots = {{"mine", "mined", "mining"}};
  Highlighter({mine}, false).highlight(hit, 3);
  CHECK(hit.matched == std::vector<std::string>{"mine → mined", "mine → mining"});
}

TEST_CASE("boilerplate is shown only when it was searched") {
  Hit hit = hit_of({"The text."});
  hit.article.boilerplate = {"Subscribe to the Packet"};
  HighlightClause packet = word("packet");
  packet.parts = kAllParts;
  Highlighter({packet}, false).highlight(hit, 3);
  CHECK(hit.matched.empty());
  Highlighter({packet}, true).highlight(hit, 3);
  REQUIRE(hit.fragments.size() == 1);
  CHECK(hit.fragments[0].paragraph == kBoilerplateParagraph);
}

TEST_CASE("fragments of random text are pieces of it, whole characters, with every match marked") {
  const std::vector<std::string> pieces{"tug ", "rope ", "U.S. ",  "China’s ", "科技创新",   "。",
                                        ". ",   "? ",    "é",      "x",        "\U0001F6A2", "e\u0301",
                                        "\n",   "word ", "(“a”) ", "ーク",     "ไทย"};
  std::mt19937 random(7);
  int fragments = 0;
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 120; ++i) text += pieces[random() % pieces.size()];
    MatchFinder finder({word("tug"), word("rope"), word("u.s."), word("科技")});
    const MarkedText marked{text, 0, finder.find(text, Part::body)};
    for (const Fragment& fragment : choose_fragments({marked}, 3)) {
      ++fragments;
      const std::string whole = joined(fragment.runs);
      const std::size_t at = text.find(whole);
      REQUIRE(at != std::string::npos);
      CHECK((static_cast<unsigned char>(whole.front()) & 0xC0) != 0x80);
      const std::size_t end = at + whole.size();
      CHECK((end == text.size() || (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80));
      // What stands unmarked holds no match of its own.
      for (const Run& run : fragment.runs) {
        if (!run.matched) CHECK(finder.find(run.text, Part::body).empty());
      }
    }
  }
  MESSAGE(fragments << " fragments");
  CHECK(fragments > 400);
}

TEST_CASE("a short sentence takes a neighbour with it, the one behind before the one in front") {
  Hit hit = hit_of({"The tugs stayed where they were for as long as it took. The rope broke. Nobody saw it."});
  Highlighter({word("rope")}, false).highlight(hit, 3);
  CHECK(shown(hit.fragments.at(0).runs) ==
        "The tugs stayed where they were for as long as it took. The [rope] broke. Nobody saw it.");
  hit = hit_of({kLong + " The rope broke."});
  Highlighter({word("rope")}, false).highlight(hit, 3);
  CHECK(shown(hit.fragments.at(0).runs) ==
        "By Tuesday, the queue off the bar had grown to forty-seven ships, among them two that carried nothing but "
        "bananas. The [rope] broke.");
}

TEST_CASE("neighbouring pieces of one paragraph are one fragment") {
  Hit hit = hit_of({kLong, "A rope, and more words than it takes to make a sentence of its own that stands alone."});
  Highlighter({word("tugs"), word("quay"), word("bananas"), word("rope")}, false).highlight(hit, 2);
  REQUIRE(hit.fragments.size() == 2);
  CHECK(joined(hit.fragments[0].runs) == kLong);
  CHECK(hit.fragments[1].paragraph == 1);
}

TEST_CASE("a sentence is shown before a mere line, and an opening is no mere line") {
  Hit hit = hit_of({"TUGS 12 14", "The tugs stayed where they were for as long as it took, and nobody was surprised.",
                    "TUGS TUGS 17"});
  Highlighter({word("tugs")}, false).highlight(hit, 1);
  CHECK(hit.fragments.at(0).paragraph == 1);
  Highlighter({word("zebra")}, false).highlight(hit, 1);
  CHECK(hit.fragments.at(0).paragraph == 1);
}

TEST_CASE("a sentence does not end behind an abbreviation, nor before a small letter") {
  for (const std::string text : {"It left at 3 p.m. on the day that Messrs. Hale and Co. bought the rope of the U.S. "
                                 "Navy from Capt. Orr, who had it from his uncle.",
                                 "The rope cost 3.50 dlrs vs. 2.10 for Corp. members, said Mr. Hale of Hale Bros. on "
                                 "the quay of St. Agnes, where it was made."}) {
    Hit hit =
        hit_of({"What came before is a sentence of its own, and it is long enough to stand alone, as this. " + text});
    Highlighter({word("rope")}, false).highlight(hit, 1);
    CHECK(joined(hit.fragments.at(0).runs) == text);
  }
}

TEST_CASE("the form that was written is named before others") {
  Hit hit = hit_of({"Mining it was; a mine."});
  HighlightClause mine = word("mine");
  mine.slots = {{"mine", "mined", "mining"}};
  Highlighter({mine}, false).highlight(hit, 3);
  CHECK(hit.matched == std::vector<std::string>{"mine", "mine → mining"});
}

TEST_CASE("of a very long article no more is read than is needed, but a match far in is found") {
  std::string filler;
  while (filler.size() < 1000) filler += "Nothing of note was said on the quay that day. ";
  std::vector<std::string> paragraphs(500, filler);
  paragraphs[0] += "A tug came.";
  paragraphs[300] += "A rope broke.";
  for (const bool one_paragraph : {false, true}) {
    CAPTURE(one_paragraph);
    std::vector<std::string> body = paragraphs;
    if (one_paragraph) {
      std::string whole;
      for (const std::string& paragraph : paragraphs) whole += paragraph;
      body = {whole};
    }
    Hit hit = hit_of(body);
    Highlighter({word("rope")}, false).highlight(hit, 1);
    CHECK(hit.matched == std::vector<std::string>{"rope"});
    CHECK(shown(hit.fragments.at(0).runs).find("A [rope] broke.") != std::string::npos);
    // Something was found at the beginning: the rest is not read for more.
    Highlighter({word("tug"), word("rope")}, false).highlight(hit, 1);
    CHECK(hit.matched == std::vector<std::string>{"tug"});
    ArticleAnswer answer;
    answer.article = hit.article;
    Highlighter({word("rope")}, false).highlight(answer);
    std::size_t marks = 0;
    for (const Runs& runs : answer.body_runs)
      marks += static_cast<std::size_t>(std::ranges::count(runs, true, &Run::matched));
    CHECK(marks == 1);
  }
}
