#include "index/surface.h"

#include <doctest/doctest.h>

using namespace backfile;

TEST_CASE("a surface is small letters with their accents") {
  CHECK(surface_of("CAFÉ") == "café");
  CHECK(surface_of("Straße") == "straße");
  CHECK(surface_of("O’Brien") == "o'brien");
  CHECK(surface_of("e\u0301t\u00E9") == "été");
  CHECK(surface_of("ＣＡＦＥ") == "cafe");
  CHECK(surface_of("ca\u00ADfé") == "café");
  CHECK(surface_of("") == "");
}

TEST_CASE("Turkish capitals become Turkish small letters, elsewhere a dotted İ is an i") {
  CHECK(surface_of("IRAK", "tr") == "ırak");
  CHECK(surface_of("İSTANBUL", "tr-TR") == "istanbul");
  CHECK(surface_of("İSTANBUL") == "istanbul");
  CHECK(surface_of("IRAK", "en") == "irak");
}

TEST_CASE("surfaces come back from their text, and those of two segments add up") {
  const Surfaces one{{"café", 12}, {"cafè", 1}};
  Surfaces both;
  add_surfaces(write_surfaces(one), both);
  CHECK(both == one);
  add_surfaces("3 café\n1 çafe\n", both);
  CHECK(both == Surfaces{{"café", 15}, {"cafè", 1}, {"çafe", 1}});
  add_surfaces("x café\n7\n8 \n\n9", both);
  CHECK(both.size() == 3);
}

TEST_CASE("the commonest surface wins against the rest, which was written as the term") {
  CHECK(commonest_surface("cafe", 20, {{"café", 12}}) == "café");
  CHECK(commonest_surface("cafe", 30, {{"café", 12}}) == "cafe");
  CHECK(commonest_surface("елка", 10, {{"елка", 4}, {"ёлка", 6}}) == "ёлка");
  CHECK(commonest_surface("елка", 10, {{"елка", 6}, {"ёлка", 4}}) == "елка");
  CHECK(commonest_surface("cafe", 0, {{"café", 2}}) == "café");
}
