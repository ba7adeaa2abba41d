#include "indexer/naming.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "index/article_id.h"
#include "index/settings.h"

using namespace backfile;

namespace {

Ledger ledger_of(const std::vector<LedgerArticle>& articles) {
  Ledger ledger;
  ledger.files.push_back({"news", "all.warc", {}, {}, {}});
  ledger.articles = articles;
  for (std::size_t i = 0; i < ledger.articles.size(); ++i) ledger.articles[i].place = i;
  return ledger;
}

LedgerArticle of_url(std::string id, std::uint64_t text, std::int64_t crawled = 0, std::int64_t published = 0) {
  LedgerArticle article;
  article.own_id = id;
  article.id_from = IdFrom::url;
  article.name = "https://example.org/" + id;
  article.text = text;
  article.crawled = crawled;
  article.published = published;
  return article;
}

LedgerArticle of_identifier(std::string id, std::uint64_t text) {
  LedgerArticle article = of_url(std::move(id), text);
  article.id_from = IdFrom::identifier;
  return article;
}

std::vector<std::string> ids_of(const std::vector<LedgerArticle>& articles) {
  return name_articles(ledger_of(articles), {}).ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("of several fetches of a page the newest is the article") {
  CHECK(ids_of({of_url("a", 1, 200), of_url("a", 2, 300), of_url("a", 3, 100), of_url("b", 4)}) ==
        Ids{"", "a", "", "b"});
  CHECK(ids_of({of_url("a", 1, 0, 20), of_url("a", 2, 0, 10)}) == Ids{"a", ""});
  CHECK(ids_of({of_url("a", 1, 5, 10), of_url("a", 2, 0, 99)}) == Ids{"a", ""});  // fetched before published
  CHECK(ids_of({of_url("a", 1), of_url("a", 2)}) == Ids{"", "a"});                // nothing known: the later place
}

TEST_CASE("an older state of a page is told, with where the newer one stands") {
  const Names names = name_articles(ledger_of({of_url("a", 1, 200), of_url("a", 2, 300), of_url("a", 2, 100)}), {});
  REQUIRE(names.notes.size() == 2);
  CHECK(names.notes[0].article == 0);
  CHECK(names.notes[0].message.find("older state") != std::string::npos);
  CHECK(names.notes[0].message.find("all.warc") != std::string::npos);
  CHECK(names.notes[1].message.find("same article again") != std::string::npos);
}

TEST_CASE("an address that one file gives to several articles is none of theirs") {
  const auto item = [](std::uint64_t identifier, std::uint64_t headline, std::int64_t published) {
    LedgerArticle article = of_url("a", 100 * identifier + headline, 0, published);
    article.identifier = identifier;
    article.headline = headline;
    return article;
  };
  const Ids ids = ids_of({item(1, 5, 10), item(2, 6, 20), item(1, 5, 30), item(0, 7, 5)});
  CHECK(ids == Ids{"", make_shared_url_id("a", 2), make_shared_url_id("a", 1), "a"});
  CHECK(ids_of({item(1, 5, 10), item(2, 5, 20)}) == Ids{"", "a"});  // one headline: an article under a new number
  CHECK(ids_of({item(1, 5, 10), item(1, 6, 20)}) == Ids{"", "a"});

  Ledger two_files = ledger_of({item(1, 5, 10), item(2, 6, 20)});  // a page that goes on changing
  two_files.files.push_back({"news", "later.warc", {}, {}, {}});
  two_files.articles[1].file = 1;
  CHECK(name_articles(two_files, {}).ids == Ids{"", "a"});

  CHECK(name_articles(ledger_of({item(1, 5, 10), item(2, 6, 20)}), {"a"}).ids == Ids{"", ""});  // withdrawn with all
}

TEST_CASE("a text that has nothing of the one it gives way to is told as such") {
  LedgerArticle older = of_url("a", 1, 100);
  LedgerArticle newer = of_url("a", 2, 200);
  older.headline = 1;
  older.lines = {{11, 11, 80}, {12, 12, 80}, {13, 13, 15}};
  newer.lines = {{21, 21, 80}, {13, 13, 15}};
  const auto told = [&] { return name_articles(ledger_of({older, newer}), {}).notes.at(0).message; };
  CHECK(told().starts_with("another text at the same address, not indexed"));
  newer.lines.push_back({12, 12, 80});
  CHECK(told().starts_with("an older state"));
  newer.lines.pop_back();
  older.headline = newer.headline;
  CHECK(told().starts_with("an older state"));
}

TEST_CASE("one identifier with other text is two articles, with the same text one") {
  const Ids ids = ids_of({of_identifier("a", 1), of_identifier("a", 1), of_identifier("a", 2)});
  CHECK(ids[0] == "a");
  CHECK(ids[1].empty());
  Article article;
  article.file = "all.warc";
  CHECK(ids[2] == make_place_id(article, "news", 2));
}

TEST_CASE("a withdrawn article has no id, and is told") {
  const Names names = name_articles(ledger_of({of_url("a", 1), of_url("b", 1)}), {"b"});
  CHECK(names.ids == Ids{"a", ""});
  REQUIRE(names.notes.size() == 1);
  CHECK(names.notes[0].message.starts_with("withdrawn: b"));
}

TEST_CASE("the list of withdrawn articles takes ids and addresses") {
  Article article;
  article.url = "https://example.org/court";
  const std::string id = make_article_id(article, "", 0);
  CHECK(parse_withdrawn("# by order\n\nabcdefghij234567\nhttps://example.org/court # 2026\n", "w.txt") ==
        WithdrawnIds{"abcdefghij234567", id});
  CHECK_THROWS_WITH_AS(parse_withdrawn("# none\nnonsense\n", "w.txt"),
                       "w.txt:2: 'nonsense' is neither an article's id (16 letters and digits) nor an address "
                       "(http://…)",
                       SettingsError);
  CHECK_THROWS_AS(parse_withdrawn("https://example.org/\n", "w.txt"), SettingsError);  // no article's
}
