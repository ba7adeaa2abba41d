#include "indexer/pipeline.h"

#include <xxhash.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <unordered_map>

#include "index/article_id.h"
#include "index/generation.h"
#include "index/index_error.h"
#include "index/schema.h"
#include "index/segment.h"
#include "index/stored_fields.h"
#include "index/synonyms.h"
#include "index/term.h"
#include "indexer/cleaning/boilerplate_list.h"
#include "indexer/document_builder.h"
#include "indexer/index_writer.h"
#include "indexer/lexicon_terms.h"
#include "indexer/previous_generation.h"
#include "indexer/progress.h"
#include "indexer/readers/reader.h"
#include "indexer/run_lock.h"
#include "indexer/scanner.h"
#include "indexer/stop_words.h"
#include "indexer/word_lists.h"

namespace backfile {
namespace {

using Clock = std::chrono::steady_clock;

std::int64_t unix_seconds_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::string rfc3339(std::int64_t unix_seconds) {
  const std::time_t time = unix_seconds;
  std::tm utc{};
  ::gmtime_r(&time, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

struct ArchiveFile {
  std::string archive;
  ScannedFile scanned;
};

std::vector<ArchiveFile> scan_all(const IndexerConfig& config) {
  std::vector<ArchiveFile> files;
  for (const Settings::Archive& archive : config.archives) {
    scan_archive(archive, config.index, [&](const ScannedFile& file) { files.push_back({archive.name, file}); });
  }
  return files;
}

std::uint64_t size_of(const ScannedFile& file) {
  std::error_code error;
  const auto bytes = file.regular ? std::filesystem::file_size(file.path, error) : 0;
  return error ? 0 : bytes;
}

// The articles of a run on their way into the index: each gets its id, each id is given once.
class Intake {
 public:
  Intake(IndexWriter& writer, const PreviousGeneration& previous, Report& report, RunCounts& counts)
      : writer_(writer), previous_(previous), report_(report), counts_(counts) {}

  void take(Article&& article, const std::string& archive, Place place) {
    article.id = make_article_id(article, archive, place.number);
    const std::uint64_t text = text_hash(article);
    if (const auto [taken, fresh] = ids_.try_emplace(article.id, text); !fresh) {
      const std::string who = article.identifier.empty() ? article.url : article.identifier;
      if (taken->second == text) {
        report_.note(article.file, place.line, "the same article again, kept once: " + who);
        return;
      }
      report_.note(article.file, place.line, "another article of the same name with other text, both kept: " + who);
      article.id = make_place_id(article, archive, place.number);
      if (!ids_.try_emplace(article.id, text).second) return;
    }
    article.story = article.id;
    const Xapian::Document document = build_document(article, surfaces_);
    count(previous_.compare(article.id, document.get_data()));
    writer_.add(document);
  }

  const SurfaceCounter& surfaces() const { return surfaces_; }

 private:
  static std::uint64_t text_hash(const Article& article) {
    std::string text = article.headline;
    for (const auto* list : {&article.summary, &article.body}) {
      for (const std::string& paragraph : *list) text.append(1, '\n').append(paragraph);
    }
    return XXH3_64bits(text.data(), text.size());
  }

  void count(PreviousGeneration::Difference difference) {
    switch (difference) {
      case PreviousGeneration::Difference::added:
        ++counts_.indexed;
        break;
      case PreviousGeneration::Difference::changed:
        ++counts_.updated;
        break;
      case PreviousGeneration::Difference::none:
        ++counts_.unchanged;
        break;
    }
  }

  SurfaceCounter surfaces_;
  IndexWriter& writer_;
  const PreviousGeneration& previous_;
  Report& report_;
  RunCounts& counts_;
  std::unordered_map<std::string, std::uint64_t> ids_;  // id -> hash of the text
};

void read_archives(const IndexerConfig& config, const RunOptions& options, std::int64_t now, Intake& intake,
                   Report& report) {
  const std::vector<ArchiveFile> files = scan_all(config);
  std::uint64_t total_bytes = 0;
  for (const ArchiveFile& file : files) total_bytes += size_of(file.scanned);
  Progress progress(!options.quiet, total_bytes);
  const BoilerplateList boilerplate = BoilerplateList::parse(config.boilerplate_phrases, config.boilerplate_name);
  const ReadOptions read_options{&boilerplate, config.fields, config.max_article_bytes, now};
  for (const ArchiveFile& file : files) {
    const auto& archive = file.archive;
    const auto& scanned = file.scanned;
    if (!scanned.regular) {
      report.reject(scanned.file, 0, reason_name(Reason::unreadable),
                    "not a regular file: links and pipes are not followed");
      continue;
    }
    read_file({scanned.path, scanned.file}, read_options, [&](ReadItem&& item, Place place) {
      if (const auto* rejection = std::get_if<Rejection>(&item)) {
        report.reject(scanned.file, place.line, reason_name(rejection->reason), rejection->message);
      } else if (const auto* note = std::get_if<Note>(&item)) {
        return report.note(scanned.file, place.line, note->message);
      } else {
        intake.take(std::get<Article>(std::move(item)), archive, place);
      }
      progress.article_done();
    });
    progress.file_done(size_of(scanned));
  }
}

// The new generation answers as it must: its articles are found by their ids and can be read.
void smoke_test(const std::filesystem::path& segment) {
  const Xapian::Database database(segment.string());
  for (Xapian::docid docid : {Xapian::docid{1}, database.get_lastdocid()}) {
    const Article article = decode_article(database.get_document(docid).get_data());
    const std::string term = id_term(article.id);
    const auto found = database.postlist_begin(term);
    if (found == database.postlist_end(term) || *found != docid) {
      throw std::runtime_error("the new segment does not find its own article " + article.id);
    }
  }
}

bool same_but_for_time(const PreviousGeneration& previous, const RunCounts& counts, const std::string& word_lists) {
  const Manifest* manifest = previous.manifest();
  return manifest && manifest->software == BACKFILE_VERSION && manifest->word_lists == word_lists &&
         counts.indexed + counts.updated + counts.deleted == 0;
}

std::string make_lexicon(const std::filesystem::path& segment, const StopWords& stop_words,
                         const std::vector<std::string>& languages) {
  std::vector<TermCount> terms = lexicon_terms({segment});
  flag_stop_words(Xapian::Database(segment.string()), stop_words, terms);
  return build_lexicon(terms, languages);
}

// From the finished database in `building` to the published generation.
std::string publish(const IndexFolder& index, const IndexerConfig& config, std::int64_t now, std::uint32_t articles,
                    const StopWords& stop_words) {
  Manifest manifest;
  manifest.generation = next_generation_name(index, now);
  manifest.schema = kSchemaVersion;
  manifest.software = BACKFILE_VERSION;
  manifest.built_at = rfc3339(now);
  manifest.articles = articles;
  manifest.stories = articles;
  const std::filesystem::path segment = index.segment(manifest.generation);
  std::filesystem::create_directories(index.segments());
  manifest.segments.push_back(make_segment(index.building(), segment));
  smoke_test(segment);
  manifest.languages = family_languages(Xapian::Database(segment.string()));
  manifest.word_lists = word_list_digest(config);
  publish_generation(index, manifest, make_lexicon(segment, stop_words, manifest.languages), config.synonyms);
  prune_generations(index);
  return manifest.generation;
}

void refuse_empty(const RunCounts& counts, const PreviousGeneration& previous) {
  if (counts.articles > 0) return;
  if (previous.articles() == 0) throw ArchiveError("no article in the archive: nothing to publish");
  throw ArchiveError("no article in the archive, but " + std::to_string(previous.articles()) +
                     " in the index: nothing deleted");
}

}  // namespace

RunCounts run_pipeline(const IndexerConfig& config, const RunOptions& options, Report& report) {
  const Clock::time_point begun = Clock::now();
  // A fault in a list is told before anything is read.
  Synonyms::parse(config.synonyms, config.synonyms_name);
  const StopWords stop_words = parse_stop_words(config.stop_words, config.stop_words_name);
  const IndexFolder index(config.index);
  std::error_code error;
  std::filesystem::create_directories(index.root(), error);
  if (error) throw WriteError("cannot make " + index.root().string() + ": " + error.message());
  const RunLock lock(index.lock());
  const std::int64_t now = unix_seconds_now();
  const PreviousGeneration previous(index);

  RunCounts counts;
  IndexWriter writer(index.building());
  Intake intake(writer, previous, report, counts);
  read_archives(config, options, now, intake, report);
  counts.rejected = report.rejected();
  counts.articles = writer.articles();
  refuse_empty(counts, previous);
  counts.deleted = previous.articles() - (counts.updated + counts.unchanged);
  if (!options.full && same_but_for_time(previous, counts, word_list_digest(config))) {
    counts.generation = previous.manifest()->generation;
  } else {
    writer.finish(intake.surfaces());
    counts.generation = publish(index, config, now, writer.articles(), stop_words);
  }
  std::filesystem::remove_all(index.building(), error);
  counts.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
  return counts;
}

}  // namespace backfile
