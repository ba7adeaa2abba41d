#include "index/language_tag.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace backfile;

TEST_CASE("a stated language becomes one tag, whatever it is called") {
  const std::vector<std::pair<const char*, const char*>> table{
      {"en", "en"},
      {"EN", "en"},
      {"en_US", "en-US"},
      {"en-gb", "en-GB"},
      {"eng", "en"},
      {"fre", "fr"},
      {"deu", "de"},
      {"English", "en"},
      {" english ", "en"},
      {"français", "fr"},
      {"Francais", "fr"},
      {"Русский", "ru"},
      {"iw", "he"},
      {"in", "id"},
      {"jw", "jv"},
      {"no", "nb"},
      {"nn-NO", "nn-NO"},
      {"zh", "zh"},
      {"zh_tw", "zh-TW"},
      {"zh-hant-tw", "zh-Hant-TW"},
      {"zh-cmn-Hans", "zh-Hans"},
      {"sr-latn", "sr-Latn"},
      {"grc", "grc"},
      {"", ""},
      {"und", ""},
      {"mul", ""},
      {"a language", ""},
      {"Klingonese", ""},
      {"e", ""},
      {"12", ""},
      {"en;q=0.5", ""},
      {"-", ""},
  };
  for (const auto& [stated, tag] : table) {
    CAPTURE(stated);
    CHECK(language_tag(stated) == tag);
    CHECK(language_tag(tag) == tag);
  }
}

TEST_CASE("a language is also what it is a kind of") {
  CHECK(primary_language("zh-Hant-TW") == "zh");
  CHECK(primary_language("en") == "en");
  CHECK(macrolanguage("nb") == "no");
  CHECK(macrolanguage("nn-NO") == "no");
  CHECK(macrolanguage("en") == "");
}
