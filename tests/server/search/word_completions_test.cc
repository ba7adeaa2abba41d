#include "server/search/word_completions.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "server/search/near_terms.h"
#include "tests/support/lexicon_file.h"

using namespace backfile;

namespace {

using Words = std::vector<std::string>;

struct Fixture : LexiconFile {
  using LexiconFile::LexiconFile;

  Words terms(const std::vector<std::uint32_t>& numbers) const {
    Words found;
    for (const std::uint32_t number : numbers) found.emplace_back(lexicon.term(number));
    return found;
  }
  Words complete(std::string_view beginning, std::size_t most = 10) const {
    return terms(complete_word(lexicon, beginning, most));
  }
  Words misspelt(std::string_view beginning, std::size_t most = 10) const {
    return terms(complete_misspelt(lexicon, beginning, most));
  }
};

}  // namespace

TEST_CASE("a word goes on as the commonest words do, stop words last") {
  const Fixture fixture({{"the", 900, "", true}, {"they", 500, "", true}, {"theatre", 20}, {"theft", 30}, {"tug", 5}});
  CHECK(fixture.complete("the") == Words{"theft", "theatre", "the", "they"});
  CHECK(fixture.complete("the", 3) == Words{"theft", "theatre", "the"});
  CHECK(fixture.complete("the", 1) == Words{"theft"});
  CHECK(fixture.complete("t").size() == 5);
  CHECK(fixture.complete("tug") == Words{"tug"});
  CHECK(fixture.complete("tugs").empty());
  CHECK(fixture.complete("").empty());
  CHECK(fixture.complete("the", 0).empty());
}

TEST_CASE("however many words begin so, the best are those of a full sort") {
  std::vector<TermCount> terms;
  std::uint32_t state = 7;
  for (int i = 0; i < 2000; ++i) {
    state = state * 1664525 + 1013904223;
    terms.push_back({"w" + std::to_string(i), state >> 20, "", state % 97 == 0});
  }
  const Fixture fixture(terms);
  std::vector<std::uint32_t> all(fixture.lexicon.term_count());
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  std::ranges::stable_sort(all, {}, [&](std::uint32_t number) {
    return std::pair(fixture.lexicon.is_stop_word(number), -std::int64_t{fixture.lexicon.articles(number)});
  });
  all.resize(24);
  CHECK(complete_word(fixture.lexicon, "w", 24) == all);
}

TEST_CASE("one typing error is forgiven: a letter too many, missing, wrong or in its neighbour's place") {
  const Fixture fixture({{"tariff", 90}, {"tariffs", 40}, {"taxi", 70}, {"sheriff", 30}, {"parliament", 8}});
  for (const char* typed : {"tarrif", "trif", "tatif", "atrif", "tairf", "tarik"}) {
    CAPTURE(typed);
    CHECK(fixture.misspelt(typed) == Words{"tariff", "tariffs"});
  }
  CHECK(fixture.misspelt("tarrif", 1) == Words{"tariff"});
  CHECK(fixture.misspelt("parlam") == Words{"parliament"});
  CHECK(fixture.misspelt("txrrif").empty());
  CHECK(fixture.misspelt("trf").empty());   // too short to tell
  CHECK(fixture.misspelt("198x").empty());  // no word
  CHECK(fixture.misspelt("稀上创新").empty());
}

TEST_CASE("words of the same first letter are likelier meant") {
  const Fixture fixture({{"grand", 90}, {"brandy", 2}, {"rand", 50}});
  CHECK(fixture.misspelt("brend") == Words{"brandy"});
  CHECK(fixture.misspelt("brand") == Words{"brandy", "grand", "rand"});
}

TEST_CASE("a character of an unspaced script goes on to pairs") {
  const Fixture fixture({{"科", 90}, {"科技", 40}, {"科学", 50}, {"技", 60}, {"技术", 20}});
  CHECK(fixture.complete("科") == Words{"科学", "科技"});
  CHECK(fixture.complete("技") == Words{"技术"});
}

TEST_CASE("near beginnings are those that a search of every beginning finds") {
  std::vector<TermCount> terms;
  std::uint32_t state = 3;
  for (int i = 0; i < 300; ++i) {
    std::string word;
    for (int letters = 0; letters < 6; ++letters) {
      state = state * 1664525 + 1013904223;
      word += static_cast<char>('a' + (state >> 24) % 3);
    }
    terms.push_back({word, 1});
  }
  std::ranges::sort(terms, {}, &TermCount::term);
  const auto same = std::ranges::unique(terms, {}, &TermCount::term);
  terms.erase(same.begin(), same.end());
  const Fixture fixture(terms);
  std::size_t found = 0;
  for (const char* typed : {"abca", "bbbb", "cabb", "aaca"}) {
    CAPTURE(typed);
    std::vector<bool> in_range(fixture.lexicon.term_count(), false);
    for (const NearBeginning& near : near_beginnings(fixture.lexicon, typed, 1)) {
      REQUIRE(near.first < near.last);
      for (std::uint32_t number = near.first; number < near.last; ++number) {
        CHECK_FALSE(in_range[number]);
        in_range[number] = true;
      }
    }
    for (std::uint32_t number = 0; number < fixture.lexicon.term_count(); ++number) {
      // Every beginning of the term, as a lexicon of its own.
      bool near = false;
      const std::string term(fixture.lexicon.term(number));
      for (std::size_t length = 3; length <= 5 && !near; ++length) {
        const Fixture one({{term.substr(0, length), 1}});
        near = !near_terms(one.lexicon, typed, 1).empty();
      }
      CHECK(near == in_range[number]);
      found += near ? 1 : 0;
    }
  }
  CHECK(found > 10);
}
