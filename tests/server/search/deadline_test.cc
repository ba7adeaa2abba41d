#include "server/search/deadline.h"

#include <doctest/doctest.h>

#include <string>

using namespace backfile;
using Xapian::Query;

namespace {

constexpr std::chrono::milliseconds kPlenty{60'000};
constexpr std::chrono::milliseconds kNone{0};

// 2,000 articles: every one has "a" before "b", the even ones "even", the last one "b" before "a" too.
Xapian::WritableDatabase articles() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < 2000; ++i) {
    Xapian::Document document;
    document.add_posting("a", 1);
    document.add_posting("b", 3);
    if (i % 2 == 0) document.add_posting("even", 5, static_cast<Xapian::termcount>(i % 7 + 1));
    if (i == 1999) document.add_posting("a", 4);
    database.add_document(document);
  }
  return database;
}

Xapian::MSet find(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  return enquire.get_mset(0, 10, database.get_doccount());
}

Query phrase(const std::string& one, const std::string& other) {
  const std::string words[] = {one, other};
  return Query(Query::OP_PHRASE, words, words + 2, 2);
}

}  // namespace

TEST_CASE("with time enough a limited query finds the same, in the same order, with the same scores") {
  const Xapian::Database database = articles();
  for (const Query& query : {Query("even"), Query(Query::OP_OR, Query("a"), Query("even")), phrase("b", "a"),
                             Query(Query::OP_AND_NOT, Query("a"), Query("even"))}) {
    CAPTURE(query.get_description());
    const Deadline deadline(kPlenty);
    const Xapian::MSet plain = find(database, query);
    const Xapian::MSet limited = find(database, deadline.limit(query));
    CHECK(limited.get_matches_estimated() == plain.get_matches_estimated());
    REQUIRE(limited.size() == plain.size());
    for (Xapian::doccount i = 0; i < plain.size(); ++i) {
      CHECK(*limited[i] == *plain[i]);
      CHECK(limited[i].get_weight() == doctest::Approx(plain[i].get_weight()));
    }
    CHECK_FALSE(deadline.cut());
  }
}

TEST_CASE("without time a query ends early, says so, and gives what it found until then") {
  const Xapian::Database database = articles();
  const Deadline deadline(kNone);
  const Xapian::MSet found = find(database, deadline.limit(Query("a")));
  CHECK(deadline.cut());
  CHECK(found.get_matches_estimated() > 0);
  CHECK(found.get_matches_estimated() < 200);
}

TEST_CASE("a phrase under an OR that never matches ends too where it has a limit of its own") {
  const Xapian::Database database = articles();
  const Deadline deadline(kNone);
  const Query either(Query::OP_OR, deadline.limit(phrase("b", "a")), deadline.limit(phrase("b", "even")));
  CHECK(find(database, deadline.limit(either)).empty());  // but for time, the last article matches
  CHECK(deadline.cut());
}

TEST_CASE("time that one pass may not use is there for the next") {
  const Xapian::Database database = articles();
  const Deadline deadline(kPlenty);
  deadline.allow(0);
  CHECK(find(database, deadline.limit(Query("a"))).get_matches_estimated() < 200);
  deadline.allow(1);
  CHECK(find(database, deadline.limit(Query("a"))).get_matches_estimated() == 2000);
  CHECK(deadline.cut());  // something was
}

TEST_CASE("a limited query over several databases is limited in each") {
  Xapian::Database both;
  both.add_database(articles());
  both.add_database(articles());
  CHECK(find(both, Deadline(kPlenty).limit(Query("a"))).get_matches_estimated() == 4000);
}
