#include "server/search/typed_phrases.h"

#include <doctest/doctest.h>

using namespace backfile;

namespace {

using Shown = std::vector<std::string>;

// "phrase (headlines)" of the phrases that begin with these words, the last one completed.
Shown phrases(std::string_view typed, const std::vector<std::string>& headlines, std::size_t most = 10) {
  const std::vector<TextUnit> units = units_of(typed, 10);
  const std::string last = units.back().folded;
  const bool whole = units.size() == 1 || units.back().is_character;
  TypedPhrases found(
      units, whole, [&](std::string_view word) { return word.starts_with(last); },
      [](std::string_view word) { return word == "of" || word == "to" || word == "the"; });
  for (const std::string& headline : headlines) found.add(headline);
  Shown shown;
  for (const TypedPhrase& phrase : found.best(most)) {
    shown.push_back(phrase.text + " (" + std::to_string(phrase.texts) + ")");
  }
  return shown;
}

}  // namespace

TEST_CASE("phrases of many headlines come first, and a longer one stands for a shorter that is no commoner") {
  CHECK(phrases("rar", {"Rare earth exports fall", "RARE EARTH EXPORTS RISE", "Rare earth mine opens",
                        "Nothing rare"}) == Shown{"rare earth (3)", "rare earth exports (2)", "rare earth mine (1)",
                                                  "rare earth exports fall (1)", "rare earth exports rise (1)"});
  CHECK(phrases("rar", {"Rare earth exports", "Rare earth exports"}) == Shown{"rare earth exports (2)"});
  CHECK(phrases("rar", {"Rare earth exports", "Rare earth exports", "Rare earth"}, 1) == Shown{"rare earth (3)"});
}

TEST_CASE("of what one headline alone has the shortest is told") {
  CHECK(phrases("tug", {"Tugs fall silent in the harbour"}) == Shown{"tugs fall (1)"});
}

TEST_CASE("a phrase ends on no stop word, and before a stop") {
  CHECK(phrases("price", {"Price of the tug", "Price of the tug"}) == Shown{"price of the tug (2)"});
  CHECK(phrases("price", {"Price of the", "Price of the"}).empty());
  CHECK(phrases("strike", {"Tug strike: harbour waits", "Strike, says union"}).empty());
  CHECK(phrases("state", {"State-backed mill"}) == Shown{"state backed (1)"});
}

TEST_CASE("words before the last are as they were typed, whatever their case and accents") {
  const std::vector<std::string> headlines{"Café Müller closes", "CAFE MULLER OPENS", "Cafe Mozart"};
  CHECK(phrases("cafe mu", headlines) == Shown{"café müller (2)", "café müller closes (1)", "cafe muller opens (1)"});
  CHECK(phrases("muller cafe", headlines).empty());
}

TEST_CASE("Han goes on by characters, without spaces, through headlines of mixed scripts") {
  CHECK(phrases("科技", {"科技创新大会", "科技创新"}) == Shown{"科技创新 (2)", "科技创新大 (1)"});
  CHECK(phrases("export 稀", {"Export 稀土", "export 稀土 ban"}) == Shown{"export 稀土 (2)", "export 稀土 ban (1)"});
}

TEST_CASE("Han ends where many different characters follow, not within a word") {
  CHECK(phrases("扶贫", {"扶贫工作成效", "扶贫工作队", "扶贫工程开工", "扶贫工程完成"}, 2) ==
        Shown{"扶贫工作 (2)", "扶贫工程 (2)"});
  CHECK(phrases("人工", {"人工智能好", "人工智能新", "人工智能", "人工智能"}, 3) ==
        Shown{"人工智能 (4)", "人工智能好 (1)", "人工智能新 (1)"});
}

TEST_CASE("a headline counts once for each phrase, and odd headlines for none") {
  CHECK(phrases("tug", {"Tug strike, tug strike"}) == Shown{"tug strike (1)"});
  CHECK(phrases("tug", {"", "\xff\xfe", "tug", "tug "}).empty());
  CHECK(phrases("a b c", {"a b"}).empty());
}
