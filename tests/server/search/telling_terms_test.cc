#include "server/search/telling_terms.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/lexicon_file.h"

using namespace backfile;

namespace {

using Words = std::vector<std::string>;

struct Fixture : LexiconFile {
  Fixture()
      : LexiconFile({{"the", 900, "", true},
                     {"harbour", 300},
                     {"tug", 40},
                     {"strike", 60},
                     {"capstan", 1},
                     {"1987", 30},
                     {"x", 20},
                     {"稀", 9},
                     {"稀土", 8},
                     {"cafe", 5}}) {}

  Words words(const Article& article, std::size_t most = 25) const {
    Words found;
    for (const TellingTerm& one : telling_terms(article, lexicon, 1000, most)) found.push_back(one.term);
    return found;
  }
};

}  // namespace

TEST_CASE("the words that few articles have tell most, the more often they stand there, and stop words nothing") {
  const Fixture fixture;
  Article article;
  article.body = {"The strike in the harbour: the tug, the tug, the tug.", "Strike 1987 x."};
  CHECK(fixture.words(article) == Words{"tug", "strike", "harbour"});
  CHECK(fixture.words(article, 1) == Words{"tug"});
  const auto terms = telling_terms(article, fixture.lexicon, 1000, 25);
  CHECK(terms[0].weight > terms[1].weight);
  CHECK(terms[1].weight > terms[2].weight);
  CHECK(terms[2].weight == 1);
}

TEST_CASE("a word of a given headline tells more, one of a derived headline stands in the text already") {
  const Fixture fixture;
  Article article;
  article.headline = "Harbour";
  article.body = {"Strike. Strike. The harbour."};
  article.headline_from = HeadlineFrom::first_sentence;
  CHECK(fixture.words(article) == Words{"strike", "harbour"});
  article.headline_from = HeadlineFrom::text;
  const auto terms = telling_terms(article, fixture.lexicon, 1000, 25);
  REQUIRE(terms.size() == 2);
  CHECK(std::ranges::find(terms, "harbour", &TellingTerm::term)->weight >
        std::ranges::find(terms, "strike", &TellingTerm::term)->weight);
}

TEST_CASE("a word that the article and its copies alone have finds nothing and is left out") {
  const Fixture fixture;
  Article article;
  article.body = {"A capstan and a café."};
  CHECK(fixture.words(article) == Words{"cafe"});
  article.copies = 4;
  CHECK(fixture.words(article).empty());
}

TEST_CASE("runs of Han tell by their pairs") {
  const Fixture fixture;
  Article article;
  article.summary = {"稀土"};
  CHECK(fixture.words(article) == Words{"稀土"});
}

TEST_CASE("an article without text, or without words of the archive, tells nothing") {
  const Fixture fixture;
  Article article;
  CHECK(fixture.words(article).empty());
  article.headline = "Zzzz";
  article.body = {"\xff\xfe zzzz"};
  CHECK(fixture.words(article).empty());
}
