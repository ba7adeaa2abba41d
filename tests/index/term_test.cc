#include "index/term.h"

#include <doctest/doctest.h>

#include "index/article_id.h"
#include "index/schema.h"

using namespace backfile;

TEST_CASE("a prefixed term is the prefix, a colon and the word, and cannot meet a plain one") {
  CHECK(prefixed_term("S", "tariff") == "S:tariff");
  CHECK(plain_term("tariff") == "tariff");
  CHECK(is_plain_term("tariff"));
  CHECK(is_plain_term("稀土"));
  CHECK_FALSE(is_plain_term("S:tariff"));
}

TEST_CASE("a long term is cut at a whole character and stays apart from its like") {
  const std::string long_word(500, 'a');
  CHECK(plain_term(long_word).size() <= kMaxTermBytes);
  CHECK(plain_term(long_word) != plain_term(long_word + "a"));
  CHECK(plain_term(std::string(kMaxTermBytes, 'a')) == std::string(kMaxTermBytes, 'a'));
  std::string han;
  for (int i = 0; i < 100; ++i) han += "稀";
  const std::string term = prefixed_term("XP", han);
  CHECK(term.size() <= kMaxTermBytes);
  CHECK((term.size() - 16 - 3) % 3 == 0);
}

TEST_CASE("fields are found by their names and aliases, in any case") {
  CHECK(field_from_name("headline") == FieldName::headline);
  CHECK(field_from_name("Title") == FieldName::headline);
  CHECK(field_from_name("site") == FieldName::publication);
  CHECK(field_from_name("lang") == FieldName::language);
  CHECK_FALSE(field_from_name(""));
  CHECK_FALSE(field_from_name("headlin"));
}

TEST_CASE("an article's id comes from its URL, else its identifier, else its place") {
  Article article;
  article.file = "a.txt";
  const std::string by_place = make_article_id(article, "news", 0);
  CHECK(is_article_id(by_place));
  CHECK(make_article_id(article, "news", 1) != by_place);
  CHECK(make_article_id(article, "other", 0) != by_place);

  article.identifier = "17";
  const std::string by_identifier = make_article_id(article, "news", 0);
  CHECK(by_identifier != by_place);
  CHECK(make_article_id(article, "other", 5) == by_identifier);
  article.publication = "The Gazette";
  CHECK(make_article_id(article, "news", 0) != by_identifier);

  article.url = "https://example.com/a";
  const std::string by_url = make_article_id(article, "news", 0);
  article.identifier = "18";
  article.file = "b.txt";
  CHECK(make_article_id(article, "other", 9) == by_url);
  CHECK_FALSE(is_article_id("../../etc/passwd"));
  CHECK_FALSE(is_article_id(by_url + "a"));
}
