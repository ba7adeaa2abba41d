#include "indexer/cleaning/telling_words.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace backfile;

TEST_CASE("a line is about a text as far as its words stand in the text's paragraphs") {
  TellingWords text;
  text.add("The fog closed the harbour, the harbour closed the bank.");
  text.add("Fog again; the harbour is shut.");
  CHECK(text.aboutness("Harbour") == doctest::Approx(std::log(3)));
  CHECK(text.aboutness("Closed") == doctest::Approx(std::log(2)));
  CHECK(text.aboutness("HARBOUR closed!") == doctest::Approx((std::log(3) + std::log(2)) / std::sqrt(2)));
  CHECK(text.aboutness("harbour gulls lamps tides") == doctest::Approx(std::log(3) / 2));
  CHECK(text.aboutness("fog") == 0);  // too short to tell
  CHECK(text.aboutness("Gulls") == 0);
  CHECK(text.aboutness("") == 0);
  CHECK(TellingWords().aboutness("Harbour") == 0);
}

TEST_CASE("pairs of characters tell what a text without spaces is about") {
  TellingWords text;
  text.add("港务局长关闭了港口。");
  CHECK(text.aboutness("关闭港口") > 0);
  CHECK(text.aboutness("天气预报") == 0);
}

TEST_CASE("a text speaks of what stands in three of its paragraphs") {
  TellingWords text;
  for (int i = 0; i < 3; ++i) text.add("The harbour.");
  for (int i = 0; i < 2; ++i) text.add("The lamp.");
  CHECK(text.speaks_of("Harbour News"));
  CHECK(!text.speaks_of("Lamp News"));
  CHECK(!text.speaks_of(""));
}
