#include "index/lexicon.h"

#include <doctest/doctest.h>

#include "index/index_error.h"
#include "tests/support/lexicon_file.h"

using namespace backfile;

namespace {

struct Fixture : LexiconFile {
  explicit Fixture(std::vector<TermCount> terms, const std::vector<std::string>& languages = {"en"})
      : LexiconFile(std::move(terms), languages) {
    for (const std::string& language : languages) stemmers.emplace_back(language);
  }
  std::vector<std::string> forms(const std::string& word, std::string_view typed = {}) const {
    const Family family = lexicon.family(word, typed.empty() ? std::string_view(word) : typed, stemmers);
    return {family.forms.begin(), family.forms.end()};
  }

  std::vector<Stemmer> stemmers;
};

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("terms are found with the number of articles that hold them") {
  const Fixture fixture({{"café", 1}, {"mine", 9}, {"rare", 3}, {"稀土", 2}});
  REQUIRE(fixture.lexicon.find("mine"));
  CHECK(fixture.lexicon.articles(*fixture.lexicon.find("mine")) == 9);
  CHECK(fixture.lexicon.articles(*fixture.lexicon.find("稀土")) == 2);
  CHECK_FALSE(fixture.lexicon.find("min"));
  CHECK_FALSE(fixture.lexicon.find(""));
  CHECK_FALSE(fixture.lexicon.find("zzz"));
  CHECK(fixture.lexicon.term_count() == 4);
}

TEST_CASE("a family is the forms of a word, those in most articles first") {
  const Fixture fixture({{"commemorated", 2}, {"mine", 5}, {"mined", 7}, {"mines", 1}, {"mining", 9}, {"minor", 50}});
  CHECK(fixture.forms("mine") == Words{"mining", "mined", "mine", "mines"});
  CHECK(fixture.forms("mining") == fixture.forms("mined"));
  CHECK(fixture.forms("minor") == Words{"minor"});
}

TEST_CASE("a form that the archive does not have finds those it has") {
  const Fixture fixture({{"commemorates", 2}, {"run", 4}});
  CHECK(fixture.forms("commemorated") == Words{"commemorates"});
  CHECK(fixture.forms("runs") == Words{"run"});
  CHECK(fixture.forms("walks") == Words{});
}

TEST_CASE("numbers, initials and unspaced scripts have no family") {
  const Fixture fixture({{"1,000", 1}, {"14th", 1}, {"u.s.", 3}, {"us", 8}, {"稀土", 1}});
  CHECK(fixture.forms("us") == Words{"us"});
  CHECK(fixture.forms("u.s.") == Words{"u.s."});
  CHECK(fixture.forms("14th") == Words{"14th"});
  CHECK(fixture.forms("稀土") == Words{"稀土"});
}

TEST_CASE("a family of several languages joins their forms") {
  const Fixture fixture({{"maison", 3}, {"maisons", 2}, {"mining", 1}}, {"en", "fr"});
  CHECK(fixture.forms("maison") == Words{"maison", "maisons"});
}

TEST_CASE("families are made of surfaces, and found with or without accents") {
  const Fixture fixture(
      {{"economies", 4, "économies"}, {"inundacion", 2, "inundación"}, {"inundaciones", 7}, {"strassen", 2, "straßen"}},
      {"es", "fr", "de"});
  CHECK(fixture.forms("inundacion") == Words{"inundaciones", "inundacion"});
  CHECK(fixture.forms("inundaciones") == Words{"inundaciones", "inundacion"});
  CHECK(fixture.forms("economie", "économie") == Words{"economies"});
  CHECK(fixture.forms("economie") == Words{"economies"});
  CHECK(fixture.forms("strasse", "straße") == Words{"strassen"});
}

TEST_CASE("a word that the archive has not is stemmed as it was typed") {
  const Fixture fixture({{"inundaciones", 7}}, {"es"});
  CHECK(fixture.forms("inundacion", "inundación") == Words{"inundaciones"});
  CHECK(fixture.forms("inundacion") == Words{});
}

TEST_CASE("Russian ё is е, a Turkish name is found with its endings, Arabic has families too") {
  CHECK(Fixture({{"елка", 3, "ёлка"}, {"елками", 2}}, {"ru"}).forms("елки", "ёлки") == Words{"елка", "елками"});
  CHECK(Fixture({{"istanbul'da", 2}}, {"tr"}).forms("istanbul") == Words{"istanbul'da"});
  CHECK(Fixture({{"الكتاب", 2}}, {"ar"}).forms("كتاب") == Words{"الكتاب"});
}

TEST_CASE("a term has its surface, and is a stop word where it was said to be one") {
  const Fixture fixture({{"cafe", 3, "café"}, {"mine", 4}, {"the", 9, "", true}, {"uber", 1, "über"}});
  const auto number = [&](const char* term) { return fixture.lexicon.find(term).value(); };
  CHECK(fixture.lexicon.surface(number("cafe")) == "café");
  CHECK(fixture.lexicon.surface(number("mine")) == "mine");
  CHECK(fixture.lexicon.surface(number("uber")) == "über");
  CHECK(fixture.lexicon.is_stop_word(number("the")));
  CHECK_FALSE(fixture.lexicon.is_stop_word(number("mine")));
}

TEST_CASE("more forms than are searched are capped, the commonest kept") {
  std::vector<TermCount> terms;
  for (char c = 'a'; c <= 'z'; ++c) terms.push_back({std::string("mine") + "'" + c, 1});
  for (char c = 'a'; c <= 'z'; ++c) terms.push_back({std::string("mine'z") + c, static_cast<std::uint32_t>(c)});
  const Fixture fixture(terms, {"tr"});
  const Family family = fixture.lexicon.family("mine", "mine", fixture.stemmers);
  CHECK(family.capped);
  REQUIRE(family.forms.size() == kMaxForms);
  CHECK(family.forms.front() == "mine'zz");
}

TEST_CASE("a lexicon file that is missing, empty, cut off or foreign is refused") {
  const TemporaryFolder folder;
  const std::string whole = build_lexicon({{"a", 1}, {"b", 2}}, {"en"});
  CHECK_THROWS_AS(Lexicon(folder.path() / "none"), IndexError);
  CHECK_THROWS_AS(Lexicon(folder.write("empty", "")), IndexError);
  CHECK_THROWS_AS(Lexicon(folder.write("cut", whole.substr(0, whole.size() - 1))), IndexError);
  CHECK_THROWS_AS(Lexicon(folder.write("foreign", std::string(whole.size(), 'x'))), IndexError);
  std::string wild = whole;
  wild[8 + 32] = '\x77';  // the offset of the first part
  CHECK_THROWS_AS(Lexicon(folder.write("wild", wild)), IndexError);
}

TEST_CASE("an empty lexicon is whole") {
  const Fixture fixture({});
  CHECK(fixture.lexicon.term_count() == 0);
  CHECK(fixture.forms("mine").empty());
}
