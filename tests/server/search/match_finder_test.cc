#include "server/search/match_finder.h"

#include <doctest/doctest.h>

using namespace backfile;

namespace {

using Slots = std::vector<std::vector<std::string>>;
using Shape = HighlightClause::Shape;

HighlightClause clause(Slots slots, Shape shape = Shape::phrase, std::uint32_t window = 0) {
  return {"name", shape, window, std::move(slots), kArticleParts};
}

// The text with its matches in brackets.
std::string marked(std::string_view text, std::vector<HighlightClause> clauses, Part part = Part::body) {
  MatchFinder finder(std::move(clauses));
  std::string out;
  std::size_t at = 0;
  for (const Match& match : finder.find(text, part)) {
    if (match.begin < at) continue;  // inside the one before
    out.append(text.substr(at, match.begin - at)).append("[");
    out.append(text.substr(match.begin, match.end - match.begin)).append("]");
    at = match.end;
  }
  return out.append(text.substr(at));
}

}  // namespace

TEST_CASE("words are marked in every form they were searched in") {
  CHECK(marked("Mining, mined; a MINE.", {clause({{"mine", "mining", "mined"}})}) == "[Mining], [mined]; a [MINE].");
  CHECK(marked("China’s grip", {clause({{"china"}})}) == "[China]’s grip");
  CHECK(marked("nothing here", {clause({{"mine"}})}) == "nothing here");
  CHECK(marked("", {clause({{"mine"}})}) == "");
}

TEST_CASE("a phrase is one match, and its words alone are none") {
  const std::vector<HighlightClause> rare_earth{clause({{"rare"}, {"earth"}})};
  CHECK(marked("rare earths, rare Earth and earth rare", rare_earth) == "rare earths, [rare Earth] and earth rare");
  CHECK(marked("rare-earth", rare_earth) == "[rare-earth]");
  CHECK(marked("a a a", {clause({{"a"}, {"a"}, {"a"}})}) == "[a a a]");
}

TEST_CASE("a run of Han is one match") {
  const std::vector<HighlightClause> run{clause({{"科技"}, {"技创"}, {"创新"}})};
  CHECK(marked("“科技创新” 和科技", run) == "“[科技创新]” 和科技");
  // A character between a run and a word that follows it in a phrase fills its position.
  CHECK(marked("说稀土 export 吧", {clause({{"稀土"}, {"土"}, {"export"}})}) == "说[稀土 export] 吧");
}

TEST_CASE("of NEAR only words in true windows are marked") {
  const auto near = clause({{"quota"}, {"export"}}, Shape::near, 4);
  CHECK(marked("quota on all export, quota", {near}) == "[quota] on all [export], [quota]");
  CHECK(marked("quota on a b c export", {near}) == "quota on a b c export");
  const auto ordered = clause({{"quota"}, {"export"}}, Shape::ordered, 4);
  CHECK(marked("export quota x export", {ordered}) == "export [quota] x [export]");
  const auto twice = clause({{"mine"}, {"mine"}}, Shape::near, 4);
  CHECK(marked("one mine alone", {twice}) == "one mine alone");
}

TEST_CASE("a clause is marked only in the parts it is about") {
  HighlightClause headline = clause({{"tariff"}});
  headline.parts = static_cast<std::uint8_t>(Part::headline);
  CHECK(marked("tariff", {headline}, Part::headline) == "[tariff]");
  CHECK(marked("tariff", {headline}, Part::body) == "tariff");
}

TEST_CASE("a phrase inside NEAR is one mark of a true window, and counts as one word") {
  HighlightClause near = clause({{"rare"}, {"earth"}, {"quota"}}, Shape::near, 3);
  near.widths = {2, 1};
  CHECK(marked("rare earth x quota", {near}) == "[rare earth] x [quota]");
  CHECK(marked("quota x rare earth", {near}) == "[quota] x [rare earth]");
  CHECK(marked("rare earth x y quota", {near}) == "rare earth x y quota");
  CHECK(marked("rare x earth quota", {near}) == "rare x earth quota");
  near.shape = Shape::ordered;
  CHECK(marked("quota rare earth x quota", {near}) == "quota [rare earth] x [quota]");
  HighlightClause own_word = clause({{"rare"}, {"earth"}, {"earth"}}, Shape::near, 3);
  own_word.widths = {2, 1};
  CHECK(marked("rare earth x y", {own_word}) == "rare earth x y");
  CHECK(marked("rare earth x earth", {own_word}) == "[rare earth] x [earth]");
}

TEST_CASE("one word may fill either place of a NEAR, but not both") {
  const auto either = clause({{"mine", "mines"}, {"mine"}}, Shape::near, 4);
  CHECK(marked("mine x mines", {either}) == "[mine] x [mines]");
  CHECK(marked("mines x mines", {either}) == "mines x mines");
  CHECK(marked("mine x y", {either}) == "mine x y");
}

TEST_CASE("a phrase of more slots than a mask has bits is found by the first of them") {
  Slots slots;
  std::string text;
  for (int i = 0; i < 70; ++i) {
    slots.push_back({"w" + std::to_string(i)});
    text += (i ? " w" : "w") + std::to_string(i);
  }
  CHECK(marked(text, {clause(slots)}).starts_with("[w0 w1 "));
  CHECK(marked("w0 w1 w2", {clause(slots)}) == "w0 w1 w2");
}
