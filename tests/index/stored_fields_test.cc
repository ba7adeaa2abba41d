#include "index/stored_fields.h"

#include <doctest/doctest.h>

#include "index/index_error.h"

using namespace backfile;

namespace {

Article full_article() {
  Article article;
  article.id = "abcdefghijklmnop";
  article.identifier = "17";
  article.url = "https://example.com/a?b=c";
  article.headline = "Café \"稀土\" <b>";
  article.headline_from = HeadlineFrom::summary;
  article.byline = {"Ana O'Brien", "李晓"};
  article.dateline = "PARIS, Jan 28";
  article.published = make_date(2025, 3);
  article.published_from = PublishedFrom::file_name;
  article.published_rejected = "2199-01-01";
  article.publication = "The Gazette";
  article.section = "Ports";
  article.topics = {"tugs", "", "rope"};
  article.language = "en";
  article.summary = {"one"};
  article.body = {std::string(70000, 'x'), "two\nlines", std::string("nul\0inside", 10)};
  article.boilerplate = {"Share this:"};
  article.words = 612;
  article.story = article.id;
  article.copies = 4000000000u;
  article.file = "a/b.txt";
  return article;
}

}  // namespace

TEST_CASE("an article comes back from its stored fields as it was") {
  CHECK(decode_article(encode_article(full_article())) == full_article());
  CHECK(decode_article(encode_article(Article{})) == Article{});
}

TEST_CASE("a headline is read without the rest") {
  CHECK(decode_headline(encode_article(full_article())) == full_article().headline);
  CHECK(decode_headline(encode_article(Article{})).empty());
  CHECK_THROWS_AS(decode_headline(encode_article(full_article()).substr(0, 5)), IndexError);
}

TEST_CASE("stored fields cut off anywhere are an error and never a crash") {
  Article article = full_article();
  article.body = {"short"};
  const std::string stored = encode_article(article);
  for (std::size_t length = 0; length < stored.size(); ++length) {
    CAPTURE(length);
    CHECK_THROWS_AS(decode_article(std::string_view(stored).substr(0, length)), IndexError);
  }
  CHECK_THROWS_AS(decode_article(stored + "x"), IndexError);
}
