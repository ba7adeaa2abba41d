#include "server/search/recency.h"

#include <doctest/doctest.h>

#include "index/schema.h"
#include "index/sort_key.h"

using namespace backfile;
using Xapian::Query;

namespace {

// Docids 1..5: old and very relevant, newer, newest, undated, another word.
Xapian::WritableDatabase articles() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  const auto add = [&](const char* word, Xapian::termcount often, const Date& date) {
    Xapian::Document document;
    document.add_term(word, often);
    document.add_term("filler", 10 - often);
    if (date.known()) document.add_value(kNewestSlot, newest_first_key(date));
    database.add_document(document);
  };
  add("tug", 9, make_date(2001, 5, 1));
  add("tug", 3, make_date(2024, 12, 1));
  add("tug", 1, make_date(2025, 3, 1));
  add("tug", 8, Date{});
  add("fish", 1, make_date(2025, 4, 1));
  return database;
}

std::vector<Xapian::docid> order(double recency) {
  const Xapian::WritableDatabase database = articles();
  Xapian::Enquire enquire(database);
  const Deadline deadline(std::chrono::milliseconds(60'000));
  enquire.set_query(with_recency(Query("tug"), recency, enquire, database, deadline));
  std::vector<Xapian::docid> docids;
  const Xapian::MSet found = enquire.get_mset(0, 10);
  for (auto match = found.begin(); match != found.end(); ++match) docids.push_back(*match);
  return docids;
}

using Docids = std::vector<Xapian::docid>;

}  // namespace

TEST_CASE("at full recency the newest come first and undated ones last") { CHECK(order(1) == Docids{3, 2, 1, 4}); }

TEST_CASE("a little recency leaves the order of the text") { CHECK(order(0.01) == Docids{1, 4, 2, 3}); }

TEST_CASE("recency finds what the query finds and nothing more") {
  for (const double recency : {0.01, 0.3, 0.5, 0.9, 1.0}) CHECK(order(recency).size() == 4);
}

TEST_CASE("an archive without a date is ranked by its text") {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  document.add_term("tug");
  database.add_document(document);
  Xapian::Enquire enquire(database);
  const Deadline deadline(std::chrono::milliseconds(60'000));
  enquire.set_query(with_recency(Query("tug"), 0.5, enquire, database, deadline));
  CHECK(enquire.get_mset(0, 10).size() == 1);
}
