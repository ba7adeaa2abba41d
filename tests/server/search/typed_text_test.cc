#include "server/search/typed_text.h"

#include <doctest/doctest.h>

using namespace backfile;

namespace {

std::string shown(std::string_view typed) {
  const TypedText text = read_typed_text(typed);
  std::string all = text.head + "|";
  for (const TextUnit& unit : text.units) all += unit.folded + ".";
  if (text.open) all += "open";
  if (text.in_quotes) all += " quote";
  if (text.field) all += " " + std::string(field(*text.field).name);
  return all;
}

}  // namespace

TEST_CASE("plain words are all completed, the last one where nothing stands behind it") {
  CHECK(shown("rare Ear") == "|rare.ear.open");
  CHECK(shown("rare earth ") == "|rare.earth.");
  CHECK(shown("  Café") == "|cafe.open");
  CHECK(shown("tugs: fall") == "|tugs.fall.open");
  CHECK(shown("state-back") == "|state.back.open");
  CHECK(shown("what now?") == "|what.now.");
  CHECK(shown("科技") == "|科.技.open");
  CHECK(shown("10:30") == "|10.30.open");
  CHECK(shown("") == "|");
  CHECK(shown(" , ") == "|");
}

TEST_CASE("what the query language says stays as it is") {
  CHECK(shown("steel AND tar") == "steel AND |tar.open");
  CHECK(shown("steel AND") == "|steel.and.open");
  CHECK(shown("steel NEAR/5 tar") == "steel NEAR/5 |tar.open");
  CHECK(shown("(rare ear") == "(|rare.ear.open");
  CHECK(shown("(rare earth) tar") == "(rare earth) |tar.open");
  CHECK(shown("\"rare ear") == "\"|rare.ear.open quote");
  CHECK(shown("“rare ear") == "“|rare.ear.open quote");
  CHECK(shown("\"rare earth\" tar") == "\"rare earth\" |tar.open");
  CHECK(shown("\"steel AND tar") == "\"|steel.and.tar.open quote");
  CHECK(shown("headline:tar") == "headline:|tar.open headline");
  CHECK(shown("mine byline:\"li xi") == "mine byline:\"|li.xi.open quote byline");
  CHECK(shown("author:li") == "author:|li.open byline");
  CHECK(shown("nosuch:li") == "nosuch:|li.open");
  CHECK(shown("steel -tar") == "steel -|tar.open");
  CHECK(shown("steel - tar") == "|steel.tar.open");
  CHECK(shown("tarif* ste") == "tarif* |ste.open");
  CHECK(shown("tarif~1") == "tarif~|1.open");
}

TEST_CASE("any bytes are taken") {
  for (const char* typed : {"\xff\xfe", "a\xc3", "\"", "((((", ":::", "-", "\xe2\x80\x9c", "AND OR NOT ", "\"\"\""}) {
    CAPTURE(typed);
    const TypedText text = read_typed_text(typed);
    CHECK(text.units.size() <= 3);
  }
  CHECK(read_typed_text(std::string(2000, '(')).units.empty());
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "a ";
  CHECK(read_typed_text(many).units.size() == kMostTypedUnits + 1);
}
