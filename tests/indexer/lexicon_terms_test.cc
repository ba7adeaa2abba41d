#include "indexer/lexicon_terms.h"

#include <doctest/doctest.h>

#include <map>

#include "indexer/document_builder.h"
#include "indexer/index_writer.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;

namespace {

Article article_of(const std::string& text, const std::string& language = "") {
  Article article;
  article.id = article.story = "aaaaaaaaaaaaaaaa";
  article.body = {text};
  article.language = language;
  return article;
}

void write_segment(const std::filesystem::path& folder, const std::vector<Article>& articles) {
  IndexWriter writer(folder);
  SurfaceCounter surfaces;
  for (const Article& article : articles) writer.add(build_document(article, surfaces));
  writer.finish(surfaces);
}

std::map<std::string, std::string> surfaces_in(const std::vector<std::filesystem::path>& segments) {
  std::map<std::string, std::string> surfaces;
  for (const TermCount& term : lexicon_terms(segments)) {
    if (!term.surface.empty() && term.surface != term.term) surfaces[term.term] = term.surface;
  }
  return surfaces;
}

using Map = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("terms have the surface that is commonest in the articles") {
  const TemporaryFolder folder;
  write_segment(folder.path() / "a",
                {article_of("Le café, le CAFÉ, the cafe. Résumé, resume, resume. Ёлка ёлка елка книга"),
                 article_of("IRAK'ta İstanbul ılık", "tr")});
  CHECK(surfaces_in({folder.path() / "a"}) == Map{{"cafe", "café"}, {"елка", "ёлка"}, {"ilik", "ılık"}});
}

TEST_CASE("surfaces of several segments add up") {
  const TemporaryFolder folder;
  write_segment(folder.path() / "a", {article_of("café café cafe")});
  write_segment(folder.path() / "b", {article_of("cafe cafe cafe")});
  CHECK(surfaces_in({folder.path() / "a"}) == Map{{"cafe", "café"}});
  CHECK(surfaces_in({folder.path() / "a", folder.path() / "b"}).empty());
}

TEST_CASE("counting surfaces keeps the common ones in bounded memory") {
  const TemporaryFolder folder;
  SurfaceCounter surfaces(100);
  for (int i = 0; i < 5000; ++i) {
    surfaces.count("économie", "fr");
    surfaces.count(
        "é" + std::string(1, static_cast<char>('a' + i % 26)) + std::string(static_cast<std::size_t>(i % 200 + 1), 'x'),
        "fr");
  }
  Xapian::WritableDatabase database((folder.path() / "a").string(), Xapian::DB_CREATE_OR_OVERWRITE);
  surfaces.write(database);
  std::size_t keys = 0;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) ++keys;
  CHECK(keys <= 100);
  CHECK_FALSE(database.get_metadata("surface:economie").empty());
}

TEST_CASE("families are made for English and for each language of a hundredth of the articles that has a stemmer") {
  const TemporaryFolder folder;
  std::vector<Article> articles(150, article_of("x", "zh-Hans"));
  for (const char* language : {"fr", "fr", "de-AT", "de", "de", "nb", "nb", "es"})
    articles.push_back(article_of("x", language));
  write_segment(folder.path() / "a", articles);
  CHECK(family_languages(Xapian::Database((folder.path() / "a").string())) ==
        std::vector<std::string>{"en", "de", "fr", "nb"});
}
