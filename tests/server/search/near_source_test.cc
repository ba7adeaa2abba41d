#include "server/search/near_source.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace backfile;
using Xapian::Query;

namespace {

Xapian::WritableDatabase articles(const std::vector<std::string>& texts) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const std::string& text : texts) {
    Xapian::Document document;
    Xapian::termpos position = 0;
    for (const char word : text) {
      ++position;
      if (word != ' ') document.add_posting(std::string(1, word), position);
    }
    database.add_document(document);
  }
  return database;
}

// The docids of articles with all words of the places in a true window. Each letter of `places` is a word, a space
// parts the places.
std::vector<Xapian::docid> find(const Xapian::Database& database, const std::string& places, bool ordered,
                                std::uint32_t farthest) {
  Slots slots;
  NearShape shape{ordered, farthest, {0}};
  std::vector<Query> words;
  for (const char word : places) {
    if (word == ' ') {
      shape.widths.push_back(0);
      continue;
    }
    ++shape.widths.back();
    slots.push_back({std::string(1, word)});
    words.emplace_back(std::string(1, word));
  }
  const Query all(Query::OP_AND, words.begin(), words.end());
  Xapian::Enquire enquire(database);
  enquire.set_query(Query(Query::OP_FILTER, all, Query((new NearSource(slots, shape))->release())));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  std::vector<Xapian::docid> docids;
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  for (auto match = found.begin(); match != found.end(); ++match) docids.push_back(*match);
  return docids;
}

using Docids = std::vector<Xapian::docid>;

}  // namespace

TEST_CASE("a phrase near a word is found where it is the phrase that stands near") {
  const Xapian::Database database = articles({
      "ab c",           // the phrase next to it
      "c   ab",         // before it
      "a  c       ab",  // its first word near, the phrase far
      "abbbbbb c",      // its second word near, the phrase far
      "a c b",          // no phrase
  });
  CHECK(find(database, "ab c", false, 5) == Docids{1, 2});
  CHECK(find(database, "ab c", true, 5) == Docids{1});
  CHECK(find(database, "ab c", false, 10) == Docids{1, 2, 3, 4});
}

TEST_CASE("a word is not taken for two places") {
  const Xapian::Database database = articles({"ab", "ab a"});
  CHECK(find(database, "ab a", false, 5) == Docids{2});
}

TEST_CASE("words alone are near as Xapian finds them, in random texts") {
  std::mt19937 random(11);
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (int word = 0; word < 14; ++word) text += "abcd    "[random() % 8];
    texts.push_back(text);
  }
  const Xapian::Database database = articles(texts);
  std::size_t found = 0;
  for (std::uint32_t distance = 2; distance < 8; ++distance) {
    for (const bool ordered : {false, true}) {
      const std::string words[] = {"a", "b", "c"};
      Xapian::Enquire enquire(database);
      enquire.set_query(Query(ordered ? Query::OP_PHRASE : Query::OP_NEAR, words, words + 3, distance + 1));
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      Docids expected;
      const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
      for (auto match = matches.begin(); match != matches.end(); ++match) expected.push_back(*match);
      CHECK(find(database, "a b c", ordered, distance) == expected);
      found += expected.size();
    }
  }
  CHECK(found > 100);
}

TEST_CASE("alone, and under an exclusion, it is right too") {
  const Xapian::Database database = articles({"ab c", "a c b", "ab c", "ab     c"});
  const auto source = [] { return Query((new NearSource({{"a"}, {"b"}, {"c"}}, {false, 4, {2, 1}}))->release()); };
  Xapian::Enquire enquire(database);
  enquire.set_query(source());
  CHECK(enquire.get_mset(0, 10).size() == 2);
  enquire.set_query(Query(Query::OP_AND_NOT, Query("a"), source()));
  CHECK(enquire.get_mset(0, 10).size() == 2);
}
