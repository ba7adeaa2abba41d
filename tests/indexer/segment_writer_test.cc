#include "indexer/segment_writer.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include "index/stored_fields.h"
#include "indexer/index_writer.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;

namespace {

Article article_of(std::uint32_t number) {
  Article article;
  article.id = "article" + std::to_string(number);
  article.headline = "Headline " + std::to_string(number);
  article.headline_from = HeadlineFrom::metadata;
  article.body = {"The fog was seen " + std::to_string(number) + " times."};
  article.story = article.id;
  return article;
}

// What Xapian refuses only when it writes the batch: it keeps NUL as two bytes, and then the key is too long.
Article poison(std::uint32_t number) {
  Article article = article_of(number);
  article.id = std::string(230, '\0');
  return article;
}

}  // namespace

TEST_CASE("a segment holds the articles in their order, whether one thread wrote it or two") {
  for (std::uint32_t count : {1u, 30u, 1500u}) {
    CAPTURE(count);
    TemporaryFolder work;
    const NewSegment made = write_segment(work.path() / "building", work.path() / "segment", count, article_of);
    CHECK(made.entry.articles == count);
    CHECK(made.refused.empty());
    const Xapian::Database database((work.path() / "segment").string());
    for (std::uint32_t i = 0; i < count; ++i) {
      CHECK(made.docids[i] == i + 1);
      CHECK(decode_article(database.get_document(i + 1).get_data()).id == article_of(i).id);
    }
  }
}

TEST_CASE("articles without a word that counts are written among others, and alone") {
  const std::vector<std::string> odd{"\U0001F389", "雪", "ก", "?", "…", "가", "* * *", ""};
  std::size_t written = 0;
  for (const std::string& headline : odd) {
    for (std::uint32_t count : {1u, 20u}) {
      CAPTURE(headline);
      const auto source = [&](std::uint32_t number) {
        Article article = article_of(number);
        if (number != 0) return article;
        article.headline = headline;
        article.body.clear();
        article.url = "https://gazette.example/" + std::to_string(written);
        article.publication = "The Gazette";
        article.byline = {"Ann Lee"};
        article.boilerplate = {"Share this"};
        return article;
      };
      TemporaryFolder work;
      const NewSegment made = write_segment(work.path() / "building", work.path() / "segment", count, source);
      CHECK(made.refused.empty());
      CHECK(made.entry.articles == count);
      ++written;
    }
  }
  MESSAGE(written << " segments");
}

TEST_CASE("poison articles are found and left out, wherever they stand; all others are in the segment") {
  std::size_t tried = 0;
  for (std::uint32_t at : {0u, 1u, 99u, 150u, 198u, 199u}) {
    CAPTURE(at);
    TemporaryFolder work;
    const auto source = [&](std::uint32_t i) { return i == at || i == 42 ? poison(i) : article_of(i); };
    const NewSegment made = write_segment(work.path() / "building", work.path() / "segment", 200, source);
    CHECK(made.entry.articles == 198);
    CHECK(made.refused.size() == 2);
    CHECK(made.refused.contains(at));
    CHECK(made.docids[at] == 0);
    const Xapian::Database database((work.path() / "segment").string());
    for (std::uint32_t i = 0; i < 200; ++i) {
      if (i == at || i == 42) continue;
      CHECK(decode_article(database.get_document(made.docids[i]).get_data()).id == article_of(i).id);
    }
    ++tried;
  }
  MESSAGE("poison found in " << tried << " of " << tried << " places");
}

TEST_CASE("where every article is refused there is no segment, and a message") {
  TemporaryFolder work;
  CHECK_THROWS_WITH_AS(write_segment(work.path() / "building", work.path() / "segment", 3, poison),
                       doctest::Contains("refuses every article"), std::runtime_error);
}
