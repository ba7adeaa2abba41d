#include "index/synonyms.h"

#include <doctest/doctest.h>

#include "index/embedded.h"
#include "index/settings.h"

using namespace backfile;

namespace {

using Words = std::vector<std::string_view>;

// The longest name that the words begin with, and its other names: "2: bayan obo, bayanobo".
std::string found(const Synonyms& list, const Words& words) {
  const Synonyms::Names names = list.find(words);
  if (names.words == 0) return "";
  std::string text = std::to_string(names.words) + ":";
  for (const Synonym& other : *names.others) text += " " + other.written + ";";
  return text;
}

}  // namespace

TEST_CASE("each name of a line finds all the others, whatever case, accents and hyphens") {
  const Synonyms list = Synonyms::parse("Baiyun Obo = Bayan-Obo = Bayanobo\nCôte d'Ivoire = Ivory Coast\n", "list");
  CHECK(found(list, {"baiyun", "obo"}) == "2: Bayan-Obo; Bayanobo;");
  CHECK(found(list, {"bayanobo", "mine"}) == "1: Baiyun Obo; Bayan-Obo;");
  CHECK(found(list, {"cote", "ivoire"}) == "2: Ivory Coast;");
  CHECK(found(list, {"baiyun"}) == "");
  CHECK(found(list, {"obo", "baiyun", "obo"}) == "");
  CHECK(found(list, {}) == "");
}

TEST_CASE("the longest name counts") {
  const Synonyms list = Synonyms::parse("York = Eboracum\nNew York City = NYC\nNew York = Big Apple", "list");
  CHECK(found(list, {"new", "york", "city"}) == "3: NYC;");
  CHECK(found(list, {"new", "york", "harbour"}) == "2: Big Apple;");
  CHECK(found(list, {"york"}) == "1: Eboracum;");
}

TEST_CASE("a name of several lines finds the names of all of them, each once and no farther") {
  const Synonyms list = Synonyms::parse("a1 = b1\na1 = c1 = B1\nb1 = d1", "list");
  CHECK(found(list, {"a1"}) == "1: b1; c1;");
  CHECK(found(list, {"c1"}) == "1: a1; B1;");
}

TEST_CASE("one way is one way") {
  const Synonyms list = Synonyms::parse("EC = EEC => European Union", "list");
  CHECK(found(list, {"ec"}) == "1: EEC; European Union;");
  CHECK(found(list, {"eec"}) == "1: EC; European Union;");
  CHECK(found(list, {"european", "union"}) == "");
}

TEST_CASE("a run of Han is one word") {
  const Synonyms list = Synonyms::parse("稀土 = rare earth\n科技创新 export = x", "list");
  CHECK(found(list, {"稀土"}) == "1: rare earth;");
  CHECK(found(list, {"rare", "earth"}) == "2: 稀土;");
  CHECK(found(list, {"科技创新", "export"}) == "2: x;");
}

TEST_CASE("comments, empty lines, line ends and a byte order mark are no names") {
  const Synonyms list = Synonyms::parse("\xEF\xBB\xBF# one\r\n\r\n  a = b # two\r\nC# = csharp\r\n", "list");
  CHECK(list.size() == 4);
  CHECK(found(list, {"a"}) == "1: b;");
  CHECK(found(list, {"c#"}) == "1: csharp;");
  CHECK(Synonyms::parse("", "list").size() == 0);
}

TEST_CASE("a line that is none is refused by file and line, saying what to do") {
  struct Case {
    std::string line;
    const char* says;
  };
  std::string many = "n0";
  for (std::size_t i = 1; i <= kMaxLineNames; ++i) many += " = n" + std::to_string(i);
  const std::vector<Case> table{
      {"Baiyun Obo", "list.txt:2: one name alone: write names of one thing as in \"Baiyun Obo = Bayan Obo\""},
      {"a=b", "one name alone"},
      {"a =", "a name is missing"},
      {"= a", "a name is missing"},
      {"a = => b", "a name is missing"},
      {"a => b => c", "more than one =>"},
      {"a = --", "'--' has no word"},
      {"Café = b = cafe", "'Café' and 'cafe' are the same words"},
      {"a = 1 2 3 4 5 6 7 8 9", "has more than 8 words"},
      {many, "more than 16 names"},
      {"a = \xFF", "not UTF-8"},
  };
  for (const Case& row : table) {
    CAPTURE(row.line);
    CHECK_THROWS_WITH_AS(Synonyms::parse("x = y\n" + row.line + "\n", "list.txt"), doctest::Contains(row.says),
                         SettingsError);
  }
}

TEST_CASE("the list that comes with the program is one") {
  const auto text = embedded_file(kConfigFiles, "synonyms.txt");
  REQUIRE(text);
  const Synonyms list = Synonyms::parse(*text, "synonyms.txt");
  CHECK(list.size() > 100);
  CHECK(found(list, {"baiyun", "obo"}) == "2: Bayan Obo;");
  CHECK(found(list, {"who"}) == "");
}
