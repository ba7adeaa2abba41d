#include "indexer/publishing.h"

#include <ctime>
#include <stdexcept>

#include "index/schema.h"
#include "index/segment.h"
#include "index/stored_fields.h"
#include "index/term.h"
#include "indexer/lexicon_terms.h"
#include "indexer/word_lists.h"

namespace backfile {
namespace {

std::string rfc3339(std::int64_t unix_seconds) {
  const std::time_t time = unix_seconds;
  std::tm utc{};
  ::gmtime_r(&time, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

// A segment answers as it must: its articles are found by their ids and can be read.
void smoke_test(const std::filesystem::path& segment) {
  const Xapian::Database database(segment.string());
  for (Xapian::docid docid : {Xapian::docid{1}, database.get_lastdocid()}) {
    const Article article = decode_article(database.get_document(docid).get_data());
    const std::string term = id_term(article.id);
    const auto found = database.postlist_begin(term);
    if (found == database.postlist_end(term) || *found != docid) {
      throw std::runtime_error("the segment " + segment.string() + " does not find its own article " + article.id);
    }
  }
}

}  // namespace

void publish(const IndexFolder& index, const IndexerConfig& config, const StopWords& stop_words,
             Publication&& publication) {
  std::vector<std::filesystem::path> files;
  Xapian::Database all;
  for (const SegmentEntry& segment : publication.segments) {
    files.push_back(index.segment(segment.name));
    smoke_test(files.back());
    all.add_database(Xapian::Database(files.back().string()));
  }
  Manifest manifest;
  manifest.generation = publication.generation;
  manifest.schema = kSchemaVersion;
  manifest.software = BACKFILE_VERSION;
  manifest.built_at = rfc3339(publication.now);
  manifest.articles = publication.articles;
  manifest.stories = publication.stories;
  manifest.word_lists = word_list_digest(config);
  manifest.languages = family_languages(all);
  manifest.segments = std::move(publication.segments);
  manifest.run = std::move(publication.run);
  std::vector<TermCount> terms = lexicon_terms(files);
  flag_stop_words(all, stop_words, terms);
  publish_generation(index, manifest,
                     {build_lexicon(terms, manifest.languages), config.synonyms, std::move(publication.withdrawn),
                      std::move(publication.ledger)});
  prune_generations(index);
}

}  // namespace backfile
