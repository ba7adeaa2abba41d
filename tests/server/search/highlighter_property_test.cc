// Properties of the highlighter, on random texts of awkward pieces and random clauses of their words.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "index/fold.h"
#include "server/search/highlighter.h"

using namespace backfile;

namespace {

using Shape = HighlightClause::Shape;

const std::vector<std::string> kPieces{"tug ",   "tugs ", "Rope ", "U.S. ",  "China’s ", "科技创新",   "科技",
                                       "。",     ". ",    "? ",    "é",      "x",        "\n",         "word ",
                                       "(“a”) ", "ーク",  "ไทย",   "\u00AD", "e\u0301",  "\U0001F6A2", "rope-tug ",
                                       "Mr. ",   "....",  "tug ",  "a "};
const std::vector<std::string> kWords{"tug", "tugs", "rope", "u.s.", "china", "科技", "技创", "创新", "word", "a"};

std::string random_text(std::mt19937& random, std::size_t pieces) {
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random() % kPieces.size()];
  return text;
}

HighlightClause random_clause(std::mt19937& random) {
  HighlightClause clause;
  clause.shape = std::vector{Shape::phrase, Shape::phrase, Shape::near, Shape::ordered}[random() % 4];
  const std::size_t slots = (clause.shape == Shape::phrase ? 1 : 2) + random() % 3;
  for (std::size_t slot = 0; slot < slots; ++slot) {
    clause.slots.push_back({kWords[random() % kWords.size()]});
    if (random() % 2 == 0) clause.slots.back().push_back(kWords[random() % kWords.size()]);
  }
  if (clause.shape != Shape::phrase) {
    clause.window = static_cast<std::uint32_t>(slots + random() % 5);
    if (slots > 2 && random() % 2 == 0) {
      clause.widths.assign(slots - 1, 1);
      clause.widths[random() % (slots - 1)] = 2;
    }
  }
  clause.name = "name";
  clause.parts = kAllParts;
  return clause;
}

// Bytes of the text that some match covers.
std::vector<bool> covered_bytes(const std::string& text, MatchFinder& finder) {
  std::vector<bool> covered(text.size());
  for (const Match& match : finder.find(text, Part::body)) {
    std::fill(covered.begin() + match.begin, covered.begin() + match.end, true);
  }
  return covered;
}

std::string joined(const Runs& runs) {
  std::string text;
  for (const Run& run : runs) text += run.text;
  return text;
}

bool begins_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// The runs are those of the text from `at`: marked where a match is, and nowhere else.
void check_runs(const Runs& runs, const std::string& text, std::size_t at, const std::vector<bool>& covered) {
  bool last = false;
  for (const Run& run : runs) {
    REQUIRE_FALSE(run.text.empty());
    CHECK(begins_character(text, at));
    CHECK((&run == &runs.front() || run.matched != last));
    last = run.matched;
    for (std::size_t i = 0; i < run.text.size(); ++i) CHECK(covered[at + i] == run.matched);
    at += run.text.size();
  }
  CHECK(begins_character(text, at));
}

}  // namespace

TEST_CASE("a text marked throughout is the text, with every match and nothing else marked") {
  std::mt19937 random(21);
  int marks = 0;
  for (int round = 0; round < 1500; ++round) {
    std::vector<HighlightClause> clauses;
    for (std::size_t i = 1 + random() % 4; i > 0; --i) clauses.push_back(random_clause(random));
    const std::string text = random_text(random, random() % 60);
    MatchFinder finder(clauses);
    ArticleAnswer answer;
    answer.article.body = {text};
    Highlighter(clauses, true).highlight(answer);
    CAPTURE(text);
    REQUIRE(joined(answer.body_runs.at(0)) == text);
    check_runs(answer.body_runs[0], text, 0, covered_bytes(text, finder));
    marks += static_cast<int>(std::ranges::count(answer.body_runs[0], true, &Run::matched));
  }
  MESSAGE(marks << " marks");
  CHECK(marks > 1500);
}

TEST_CASE("fragments are pieces of their paragraphs, in order and apart, with every match in them marked") {
  std::mt19937 random(22);
  int fragments = 0;
  for (int round = 0; round < 1000; ++round) {
    std::vector<HighlightClause> clauses;
    for (std::size_t i = 1 + random() % 4; i > 0; --i) clauses.push_back(random_clause(random));
    Hit hit;
    for (std::size_t i = random() % 4; i > 0; --i) hit.article.body.push_back(random_text(random, 1 + random() % 200));
    Highlighter(clauses, false).highlight(hit, 3);
    MatchFinder finder(clauses);
    CHECK(hit.fragments.size() <= 3);
    int last_paragraph = -1;
    std::size_t last_end = 0;
    bool any = false;
    for (const std::string& text : hit.article.body) any |= !finder.find(text, Part::body).empty();
    CHECK(hit.matched.empty() != any);
    for (const Fragment& fragment : hit.fragments) {
      ++fragments;
      REQUIRE(fragment.paragraph >= last_paragraph);
      const std::string& text = hit.article.body.at(static_cast<std::size_t>(fragment.paragraph));
      CAPTURE(text);
      if (fragment.paragraph != last_paragraph) last_end = 0;
      const std::string piece = joined(fragment.runs);
      CAPTURE(piece);
      // The same piece may stand there twice: one of its places must have just these marks.
      bool found = false;
      const std::vector<bool> covered = covered_bytes(text, finder);
      std::size_t at = text.find(piece, last_end);
      for (; at != std::string::npos; at = text.find(piece, at + 1)) {
        std::size_t byte = at;
        found = true;
        for (const Run& run : fragment.runs) {
          for (std::size_t i = 0; i < run.text.size(); ++i) found &= covered[byte++] == run.matched;
        }
        if (found) break;
      }
      REQUIRE(found);
      check_runs(fragment.runs, text, at, covered);
      // No match is cut.
      CHECK((at == 0 || !covered[at] || !covered[at - 1] || fragment.paragraph == last_paragraph));
      last_end = at + piece.size();
      last_paragraph = fragment.paragraph;
      CHECK(piece.size() <= 800);
    }
  }
  MESSAGE(fragments << " fragments");
  CHECK(fragments > 1000);
}
