#include "indexer/cleaning/credit_works.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/cleaning/byline.h"

using namespace backfile;

namespace {

using Names = std::vector<std::string>;

struct Case {
  std::string credit;
  Names names;
};

}  // namespace

TEST_CASE("of those whom a credit names the writers are its names") {
  const std::vector<Case> table{
      {"Edited by Bo Ek", {}},
      {"Translated by Bo Ek", {}},
      {"Translated from the Danish by Bo Ek", {}},
      {"Illustration by Bo Ek", {}},
      {"Photo: Bo Ek", {}},
      {"Ann Lee, with reporting by Bo Ek", {"Ann Lee"}},
      {"With additional reporting by Bo Ek", {}},
      {"Fact-checked by Bo Ek", {}},
      {"Ann Lee, illustrations by Bo Ek", {"Ann Lee"}},
      {"Ann Lee (photos by Bo Ek)", {"Ann Lee"}},
      {"Story and photos by Ann Lee", {"Ann Lee"}},
      {"Text und Fotos: Eva Roth", {"Eva Roth"}},
      {"Photos and text by Ann Lee and Cy Diaz", {"Ann Lee", "Cy Diaz"}},
      {"Texto de Inés Prado, fotos de Luis Mora", {"Inés Prado"}},
      {"Opinion by Ann Lee", {"Ann Lee"}},
      {"Analysis by Ann Lee", {"Ann Lee"}},
      {"Review by Ann Lee", {"Ann Lee"}},
      {"Interview by Ann Lee", {"Ann Lee"}},
      {"Compiled by Ann Lee", {"Ann Lee"}},
      {"Reporting by Ann Lee; Editing by Bo Ek", {"Ann Lee"}},
      {"(Reporting by Ann Lee; Editing by Bo Ek)", {"Ann Lee"}},
      {"Reporting by Ann Lee; Additional reporting by Cy Diaz; Writing by Bo Ek", {"Ann Lee", "Bo Ek"}},
      {"Text: Eva Roth, Fotos: Karl Maus", {"Eva Roth"}},
      {"Foto: Per Bekk Tekst: Kari Dahl", {"Kari Dahl"}},
      {"Texto: Inés Prado. Fotos: Luis Mora", {"Inés Prado"}},
      {"Words by Martin Hale Jr., pictures by Bo Ek", {"Martin Hale Jr."}},
      {"Ann Story", {"Ann Story"}},
      {"Ann Lee, Photo Desk", {"Ann Lee"}},
  };
  for (const Case& row : table) {
    CAPTURE(row.credit);
    CHECK(names_of_credit(row.credit) == row.names);
  }
}

TEST_CASE("a line that names works is a byline where it names the writing") {
  const std::vector<Case> table{
      {"Text: Eva Roth, Fotos: Karl Maus", {"Eva Roth"}},
      {"Tekst: Kari Dahl Foto: Per Bekk", {"Kari Dahl"}},
      {"By Ann Lee, photos by Bo Ek", {"Ann Lee"}},
      {"Story and photos by Ann Lee", {"Ann Lee"}},
      {"(Reporting by Ann Lee; Editing by Bo Ek)", {"Ann Lee"}},
      {"(Reporting by Ann Lee in Selwyn and Cy Diaz; Editing by Bo Ek.)", {"Ann Lee", "Cy Diaz"}},
      {"Photo: Bo Ek", {}},
      {"Fog closes port Text: Eva Roth", {}},
      {"Interview: Eva Roth", {}},
      {"Interview de Luis Mora", {}},
      {"Reportage da Selwyn", {}},
      {"Report by Harbour Council", {}},
      {"Review by the council of the port", {}},
  };
  for (const Case& row : table) {
    CAPTURE(row.credit);
    CHECK(names_of_byline(row.credit) == row.names);
  }
}

TEST_CASE("parts of a credit say whether a work marks them") {
  const auto parts = writing_parts("Ann Lee; text by Bo Ek; photos by Cy Diaz");
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].text == "Ann Lee");
  CHECK(!parts[0].marked);
  CHECK(parts[1].text == "Bo Ek");
  CHECK(parts[1].marked);
  CHECK(writing_parts("").size() <= 1);
  CHECK(writing_parts("photos by").empty());
}
