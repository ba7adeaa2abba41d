#include "indexer/cleaning/sentence.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace backfile;

TEST_CASE("a full stop at the end of a line is told from that of an abbreviation") {
  for (const std::string line : {"It rained.", "He said “no.”", "(It rained.)", "下雨了。", "It grew by 3.5."}) {
    CAPTURE(line);
    CHECK(ends_with_full_stop(line));
  }
  for (const std::string line :
       {"", "Rain", "Will it rain?", "Rain!", "Trade with the U.S.", "Acme Inc.", "To be continued...", "Rain…"}) {
    CAPTURE(line);
    CHECK_FALSE(ends_with_full_stop(line));
  }
}

TEST_CASE("the first sentence of a paragraph") {
  struct Case {
    std::string paragraph;
    std::string sentence;
  };
  const std::vector<Case> table{
      {"", ""},
      {"One sentence without an end", "One sentence without an end"},
      {"It rained all day. It rained all night.", "It rained all day."},
      {"Dr. Maria Holm of the U.S. mission spoke first. Others followed.",
       "Dr. Maria Holm of the U.S. mission spoke first."},
      {"Prices rose 3.5 percent in Jan. 2025 alone. Then they fell.", "Prices rose 3.5 percent in Jan. 2025 alone."},
      {"The vote on No. 5 was lost. No. 6 passed.", "The vote on No. 5 was lost."},
      {"“Go home now,” he said. They went.", "“Go home now,” he said."},
      {"“Nobody asked us.” The captain left.", "“Nobody asked us.”"},
      {"Who would pay for it? nobody asked. Then they left.", "Who would pay for it? nobody asked."},
      {"Wait... there is more to say here. End.", "Wait... there is more to say here."},
      {"港口开放了。船来了。", "港口开放了。"},
      {"No. The answer is no. Always.", "No. The answer is no."},
  };
  for (const auto& row : table) {
    CAPTURE(row.paragraph);
    CHECK(first_sentence(row.paragraph) == row.sentence);
  }
}

TEST_CASE("a first sentence that is too long is cut between words") {
  std::string words;
  for (int i = 0; i < 100; ++i) words += "word ";
  const std::string cut = first_sentence(words);
  CHECK(cut.ends_with("word…"));
  CHECK(cut.size() <= kLongestHeadline + 3);
  std::string han;
  for (int i = 0; i < 300; ++i) han += "稀";
  CHECK(first_sentence(han).size() == kLongestHeadline * 3 + 3);
}

TEST_CASE("prose is told from headings and menus") {
  for (const std::string line :
       {"The port was closed on Monday.", "“We shall see what comes.”", "他说，港口明天开放。"}) {
    CAPTURE(line);
    CHECK(is_prose(line));
  }
  for (const std::string line :
       {"", "Search", "It rained.", "Selwyn Harbour District - Wikipedia", "Port Closed as Fog Thickens"}) {
    CAPTURE(line);
    CHECK_FALSE(is_prose(line));
  }
}

TEST_CASE("text made to be slow is not") {
  CHECK_FALSE(first_sentence(std::string(4 << 20, '.')).empty());
  std::string stops;
  for (int i = 0; i < (1 << 20); ++i) stops += "! ";
  CHECK_FALSE(first_sentence(stops).empty());
  std::string dotted;
  for (int i = 0; i < (1 << 20); ++i) dotted += "a.";
  CHECK_FALSE(first_sentence(dotted).empty());
  CHECK_FALSE(is_prose(std::string(4 << 20, 'x')));
}
