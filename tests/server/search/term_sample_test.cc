#include "server/search/term_sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>

#include "server/search/log_likelihood.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;

namespace {

using Words = std::vector<std::string>;

// The sampled terms of articles with these bodies, each with the number of articles that hold it.
Words sampled(const std::vector<std::string>& bodies, const std::vector<TermCount>& known, std::uint32_t least) {
  const TemporaryFolder folder;
  const Lexicon lexicon(folder.write("lexicon", build_lexicon(known, {"en"})));
  std::vector<Article> articles;
  for (const std::string& body : bodies) articles.emplace_back().body = {body};
  Words texts;
  for (const SampledTerm& term : sampled_terms(articles, lexicon, least)) {
    texts.push_back(term.shown + " " + std::to_string(term.articles));
  }
  return texts;
}

bool has(const Words& words, const std::string& one) { return std::ranges::find(words, one) != words.end(); }

}  // namespace

TEST_CASE("words and phrases are counted once an article and shown as most articles write them") {
  const std::vector<TermCount> known{{"bayan", 2},        {"earth", 3}, {"obo", 2},
                                     {"of", 3, "", true}, {"rare", 3},  {"tonnes", 2}};
  const Words terms = sampled({"Rare earth of Bayan Obo. Rare earth, tonnes of rare earth.",
                               "rare earth at Bayan Obo: 75,453 tonnes of earth", "A rare earth"},
                              known, 2);
  CHECK(has(terms, "rare 3"));
  CHECK(has(terms, "rare earth 3"));
  CHECK(has(terms, "Bayan Obo 2"));
  CHECK_FALSE(has(terms, "of 2"));         // a stop word
  CHECK_FALSE(has(terms, "earth of 2"));   // nor does one end a phrase
  CHECK_FALSE(has(terms, "75,453 1"));     // a number
  CHECK_FALSE(has(terms, "Obo. Rare 1"));  // in one article alone
  for (const std::string& term : terms) CHECK(term.find("75,453") == std::string::npos);
}

TEST_CASE("in scripts without spaces pairs of characters join to longer terms") {
  const std::vector<TermCount> known{{"创新", 2}, {"技创", 2}, {"科技", 2}};
  const Words terms = sampled({"科技创新。", "加快科技创新"}, known, 2);
  CHECK(has(terms, "科技 2"));
  CHECK(has(terms, "科技创新 2"));
}

TEST_CASE("what is no more frequent tells nothing, and the same ratio tells more of larger numbers") {
  CHECK(log_likelihood(1, 10, 10, 100) == 0);
  CHECK(log_likelihood(0, 10, 10, 100) == 0);
  CHECK(log_likelihood(1, 0, 10, 100) == 0);
  CHECK(log_likelihood(2, 10, 1, 100) > 0);
  CHECK(log_likelihood(20, 100, 10, 1000) > log_likelihood(2, 10, 1, 100));
  CHECK(log_likelihood(10, 100, 0, 1000) > log_likelihood(10, 100, 10, 1000));
}
