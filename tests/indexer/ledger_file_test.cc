#include "indexer/ledger_file.h"

#include <doctest/doctest.h>

#include "index/index_error.h"

using namespace backfile;

namespace {

Ledger some_ledger() {
  Ledger ledger;
  ledger.archives = {{"news", 77}};
  ledger.sites = {"folder:news/", "publication:packet"};
  ledger.segments = {"00000001-20260101T000000Z"};
  ledger.learned["publication:packet"] = {1, 2, 3};
  ledger.files.push_back({"news", "a/b.jsonl", {10, -5, 7, 99, false}, ReadPoint{10, Format::json_lines, 3, 4}, {}});
  ledger.files.push_back({"news", "c.txt", {}, {}, {{2, "empty", "there is nothing"}, {0, "", "a note"}}});
  LedgerArticle article;
  article.file = 1;
  article.place = 300;
  article.line = 301;
  article.own_id = "abcdefghij234567";
  article.id_from = IdFrom::identifier;
  article.name = "n-1";
  article.identifier = 77;
  article.headline = 78;
  article.text = 0xFFFFFFFFFFFFFFFF;
  article.crawled = 1772359200;
  article.published = -86400;
  article.site = 1;
  article.lines = {{5, 6, 7, 1}, {8, 9, 0x7FFFFFFF, 0}};
  article.id = "abcdefghij234567";
  article.sketch.empty = false;
  article.sketch.least[127] = 9;
  article.sketch.names = {1, 5};
  article.sketch.numbers = {3};
  article.sketch.shingles = 4321;
  article.story = "aaaaaaaaaaaaaaaa";
  article.copies = 4;
  article.stored = 12345;
  article.document = {0, 17};
  ledger.articles = {article, LedgerArticle{}};
  ledger.articles[1].rejection = {1, "refused", "because"};
  return ledger;
}

}  // namespace

TEST_CASE("a ledger is read as it was written") {
  const Ledger ledger = some_ledger();
  const Ledger read = read_ledger(write_ledger(ledger), "ledger");
  CHECK(read.archives == ledger.archives);
  CHECK(read.sites == ledger.sites);
  CHECK(read.segments == ledger.segments);
  CHECK(read.learned == ledger.learned);
  CHECK(read.files == ledger.files);
  CHECK(read.articles == ledger.articles);
}

TEST_CASE("what only concerns the run at work is not written") {
  Ledger ledger = some_ledger();
  ledger.articles[0].spooled = 5;
  ledger.articles[0].written = true;
  CHECK(write_ledger(ledger) == write_ledger(some_ledger()));
}

TEST_CASE("a ledger that is cut off anywhere is an error that names the file") {
  const std::string bytes = write_ledger(some_ledger());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_THROWS_AS(read_ledger(bytes.substr(0, size), "the/ledger"), IndexError);
  }
  CHECK_THROWS_WITH_AS(read_ledger("nonsense", "the/ledger"),
                       "the/ledger is damaged: run backfile-indexer index --full", IndexError);
  CHECK_THROWS_WITH_AS(read_ledger("BFLEDGR1...", "the/ledger"),
                       "the/ledger was written by another version of backfile-indexer", IndexError);
}
