#include "indexer/cleaning/paragraphs.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace backfile;

namespace {

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> texts;
  for (const Paragraph& paragraph : split_paragraphs(text)) texts.push_back(paragraph.text);
  return texts;
}

}  // namespace

TEST_CASE("a line is a paragraph where lines are not wrapped") {
  CHECK(paragraphs_of("One line here.\nAnother line there.\n\n\nA third.\n") ==
        std::vector<std::string>{"One line here.", "Another line there.", "A third."});
  CHECK(paragraphs_of("  \t\n\n ") == std::vector<std::string>{});
  CHECK(paragraphs_of("Search\nrecent posts") == std::vector<std::string>{"Search", "recent posts"});
  CHECK(paragraphs_of("  runs   of \t spaces ") == std::vector<std::string>{"runs of spaces"});
}

TEST_CASE("wrapped lines are joined up to the blank line") {
  CHECK(
      paragraphs_of("The lighthouse keeper said on Tuesday that nobody had\n"
                    "asked him about the lamp, which had been out since the\n"
                    "storm. Repairs would follow.\n"
                    "\n"
                    "A second keeper agreed with him, though not about the\n"
                    "lamp.\n") ==
      std::vector<std::string>{"The lighthouse keeper said on Tuesday that nobody had asked him about the lamp, which "
                               "had been out since the storm. Repairs would follow.",
                               "A second keeper agreed with him, though not about the lamp."});
}

TEST_CASE("a few paragraphs that begin with a small letter do not make a text wrapped") {
  std::string text;
  for (int i = 0; i < 9; ++i) text += "The ferry left at noon, as it does on most days.\n";
  text += "eBay sold the ferry's bell for two hundred crowns.\n";
  CHECK(paragraphs_of(text).size() == 10);
}

TEST_CASE("in wrapped text an indented line begins a paragraph") {
  CHECK(paragraphs_of("    Fog closed the harbour for a third day, and the pilots\n"
                      "played cards in the boathouse until noon.\n"
                      "    The ferry waited outside with forty passengers, who\n"
                      "were told nothing and said so.\n") ==
        std::vector<std::string>{
            "Fog closed the harbour for a third day, and the pilots played cards in the boathouse until noon.",
            "The ferry waited outside with forty passengers, who were told nothing and said so."});
}

TEST_CASE("in wrapped text a line that would have fitted on the one before begins a paragraph") {
  const auto paragraphs = paragraphs_of(
      "Herring Board Meets Again\n"
      "The herring board met on Monday to decide whether it had the\n"
      "right to meet, and adjourned before it came to a vote on that.\n"
      "Members were divided.\n"
      "Nobody had brought the statutes, which are kept in a tin box.\n");
  REQUIRE(paragraphs.size() == 3);
  CHECK(paragraphs[0] == "Herring Board Meets Again");
  CHECK(paragraphs[1].ends_with("Members were divided."));
}

TEST_CASE("a credit in small letters below a headline is no wrapped line") {
  for (const std::string credit : {"mardi 4 mars 2025", "by Ann Lee", "von Anna Lehr", "published March 4, 2025",
                                   "terça-feira, 4 de março de 2025"}) {
    CAPTURE(credit);
    const std::string headline = "Fog closes the harbour of Aldermouth for a third day";
    const std::string text = "The pilots played cards in the boathouse until noon.";
    CHECK(paragraphs_of(headline + "\n" + credit + "\n\n" + text + "\n\n" + text) ==
          std::vector<std::string>{headline, credit, text, text});
    const std::string wrapped = "The ferry waited outside with forty passengers, who were\ntold nothing and said so.";
    CHECK(paragraphs_of(headline + "\n" + credit + "\n\n" + wrapped).size() == 3);
  }
}

TEST_CASE("wrapped bullets keep together and apart") {
  CHECK(paragraphs_of("- the first point, which is long enough to be wrapped at\n"
                      "  the usual place\n"
                      "- the second point\n") ==
        std::vector<std::string>{"- the first point, which is long enough to be wrapped at the usual place",
                                 "- the second point"});
}

TEST_CASE("a word broken at its hyphen meets its other half") {
  CHECK(paragraphs_of("It was the worst harvest since the long winter a year-\nago, growers said on "
                      "Monday.")[0] ==
        "It was the worst harvest since the long winter a year-ago, growers said on Monday.");
}

TEST_CASE("a paragraph knows whether a blank line stands before it") {
  const auto paragraphs = split_paragraphs("A\nB\n\nC");
  REQUIRE(paragraphs.size() == 3);
  CHECK(paragraphs[0].gap);
  CHECK_FALSE(paragraphs[1].gap);
  CHECK(paragraphs[2].gap);
}

TEST_CASE("bullets are told") {
  for (const std::string line : {"- x", "* x", "• x", "•x", "– x", "▪ x"}) {
    CAPTURE(line);
    CHECK(bullet_text(line) == "x");
  }
  for (const std::string line : {"x", "-x", "*x*", "", "-", "- ", "3 - 2"}) {
    CAPTURE(line);
    CHECK(bullet_text(line) == "");
  }
}
