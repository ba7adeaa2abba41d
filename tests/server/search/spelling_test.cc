#include "server/search/spelling.h"

#include <doctest/doctest.h>

#include "tests/support/lexicon_file.h"

using namespace backfile;

namespace {

using Words = std::vector<std::string>;

struct Fixture : LexiconFile {
  using LexiconFile::LexiconFile;

  Words words(std::string_view word, std::size_t most = 3) const {
    Words found;
    for (const Suggestion& suggestion : suggest_words(lexicon, word, most)) found.push_back(suggestion.text);
    return found;
  }
  std::string split(std::string_view word) const {
    const auto suggestion = suggest_split(lexicon, word);
    return suggestion ? suggestion->text : "";
  }
  std::string joined(std::string_view first, std::string_view second) const {
    const auto suggestion = suggest_joined(lexicon, first, second);
    return suggestion ? suggestion->text : "";
  }
};

}  // namespace

TEST_CASE("a word that the archive does not have gets the likeliest near ones") {
  const Fixture fixture({{"tariff", 90}, {"tariffs", 40}, {"sheriff", 300}, {"parliament", 80}, {"mine", 500}});
  CHECK(fixture.words("tarrif") == Words{"tariff"});  // two edits, where one finds nothing
  CHECK(fixture.words("karrif") == Words{});          // but not with another first letter
  CHECK(fixture.words("tarrf") == Words{});           // nor in so short a word
  CHECK(fixture.words("tarif") == Words{"tariff"});
  CHECK(fixture.words("tairff") == Words{"tariff"});
  CHECK(fixture.words("tarifff") == Words{"tariff", "tariffs"});
  CHECK(fixture.words("tarifff", 1) == Words{"tariff"});
  CHECK(fixture.words("parlement") == Words{"parliament"});
  CHECK(fixture.words("zzzzzz") == Words{});
}

TEST_CASE("one edit is likelier than two, the first letter stays, and commoner words come first") {
  const Fixture fixture(
      {{"commission", 4}, {"comission", 0}, {"commissions", 60}, {"bland", 30}, {"brand", 25}, {"grand", 90}});
  CHECK(fixture.words("comission") == Words{"commission", "commissions"});
  CHECK(fixture.words("brandt") == Words{"brand"});
  CHECK(fixture.words("blant") == Words{"bland"});
  CHECK(fixture.words("srand") == Words{"grand", "brand"});
  CHECK(fixture.words("brund").front() == "brand");
}

TEST_CASE("a word that the archive has is only mended into much commoner ones") {
  const Fixture fixture({{"goverment", 3}, {"government", 29}, {"recieve", 2}, {"receive", 20}});
  CHECK(fixture.words("goverment") == Words{});
  CHECK(fixture.words("recieve") == Words{"receive"});
  CHECK(fixture.words("receive") == Words{});
}

TEST_CASE("short words, numbers, initials and scripts without capitals get no suggestion") {
  const Fixture fixture({{"1987", 50}, {"the", 900}, {"u.s.", 90}, {"稀土", 9}, {"tariff", 5}, {"tarif1", 80}});
  for (const char* word : {"teh", "1978", "u.k.", "稀上", "", "198"}) {
    CAPTURE(word);
    CHECK(fixture.words(word) == Words{});
    CHECK(fixture.split(word) == "");
  }
  CHECK(fixture.words("tarif") == Words{"tariff"});
}

TEST_CASE("letters of every script are characters") {
  const Fixture fixture({{"правительство", 40}, {"zołnierz", 9}});
  CHECK(fixture.words("правителство") == Words{"правительство"});
}

TEST_CASE("a word is split where both parts are words of the archive") {
  const Fixture fixture({{"rare", 40},
                         {"earth", 30},
                         {"rar", 1},
                         {"eearth", 1},
                         {"e", 70},
                         {"mail", 30},
                         {"war", 90},
                         {"ship", 80},
                         {"warship", 20}});
  CHECK(fixture.split("rareearth") == "rare earth");
  CHECK(fixture.split("email") == "e mail");
  CHECK(fixture.split("warship") == "");  // a word itself
  CHECK(fixture.split("rarest") == "");
  CHECK(suggest_split(fixture.lexicon, "rareearth")->articles == 30);
}

TEST_CASE("neighbouring words are joined where the archive has them as one") {
  const Fixture fixture({{"email", 5}, {"mail", 30}, {"war", 90}, {"warship", 20}});
  CHECK(fixture.joined("war", "ship") == "warship");
  CHECK(fixture.joined("e", "mail") == "email");
  CHECK(fixture.joined("war", "mail") == "");
  CHECK(fixture.joined("", "") == "");
}
