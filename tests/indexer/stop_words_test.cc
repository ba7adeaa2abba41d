#include "indexer/stop_words.h"

#include <doctest/doctest.h>

#include "index/embedded.h"
#include "index/settings.h"
#include "indexer/document_builder.h"
#include "indexer/index_writer.h"
#include "indexer/lexicon_terms.h"
#include "indexer/word_lists.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;

namespace {

struct Index {
  void add(const std::string& language, const std::string& text, int times) {
    Article article;
    article.id = article.story = "aaaaaaaaaaaaaaaa";
    article.language = language;
    article.body = {text};
    for (int i = 0; i < times; ++i) writer.add(build_document(article, surfaces));
  }
  std::set<std::string> stop_words(const StopWords& listed = {}) {
    writer.finish(surfaces);
    std::vector<TermCount> terms = lexicon_terms({folder.path() / "index"});
    flag_stop_words(Xapian::Database((folder.path() / "index").string()), listed, terms);
    std::set<std::string> flagged;
    for (const TermCount& term : terms) {
      if (term.stop_word) flagged.insert(term.term);
    }
    return flagged;
  }

  TemporaryFolder folder;
  SurfaceCounter surfaces;
  IndexWriter writer{folder.path() / "index"};
};

using Set = std::set<std::string>;

}  // namespace

TEST_CASE("a list of stop words is one word a line, with comments") {
  CHECK(parse_stop_words("# English\nThe\n\n  of  # a comment\ndon’t\r\nété", "x") ==
        StopWords{"the", "of", "don't", "ete"});
  CHECK_THROWS_WITH_AS(parse_stop_words("the\nof the\n", "lists/x.txt"), doctest::Contains("lists/x.txt:2: 'of the'"),
                       SettingsError);
  CHECK_THROWS_AS(parse_stop_words("的", "x"), SettingsError);
  CHECK_THROWS_AS(parse_stop_words("--", "x"), SettingsError);
}

TEST_CASE("the list that comes with the program is one, of function words") {
  const StopWords words = parse_stop_words(embedded_file(kConfigFiles, "stopwords.txt").value_or(""), "stopwords.txt");
  CHECK(words.size() > 120);
  for (const char* word : {"the", "of", "and", "don't"}) CHECK(words.contains(word));
  for (const char* word : {"us", "may", "said", "mine"}) CHECK_FALSE(words.contains(word));
}

TEST_CASE("stop words of English are those listed, of other languages those in two fifths of their articles") {
  Index index;
  index.add("en", "the pilot die said", 200);
  index.add("fr", "le port de la ville 1987", 60);
  index.add("fr-CA", "le quai de la mairie", 60);
  index.add("de", "die Lotsen", 100);
  index.add("zh-Hans", "港口的船", 150);
  index.add("es", "el puerto", 99);
  CHECK(index.stop_words({"the", "nowhere"}) ==
        Set{"the", "le", "de", "la", "port", "ville", "quai", "mairie", "lotsen"});
}

TEST_CASE("the digest of the word lists changes with each list and with the map of fields") {
  IndexerConfig config;
  config.boilerplate_phrases = "line: Share";
  config.stop_words = "the";
  config.fields = {{"kopf", "headline"}};
  const std::string before = word_list_digest(config);
  CHECK(before == word_list_digest(config));
  IndexerConfig changed = config;
  changed.boilerplate_phrases = "line: Shared";
  CHECK(word_list_digest(changed) != before);
  changed = config;
  changed.stop_words = "of";
  CHECK(word_list_digest(changed) != before);
  changed = config;
  changed.fields = {{"kopfzeile", "headline"}};
  CHECK(word_list_digest(changed) != before);
}
