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
