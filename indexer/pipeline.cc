#include "indexer/pipeline.h"

#include <xapian.h>

#include <chrono>
#include <utility>

#include "index/generation.h"
#include "index/index_error.h"
#include "index/synonyms.h"
#include "indexer/guard.h"
#include "indexer/ledger_file.h"
#include "indexer/previous_generation.h"
#include "indexer/publishing.h"
#include "indexer/run_lock.h"
#include "indexer/survey.h"
#include "indexer/word_lists.h"
#include "indexer/writing.h"

namespace backfile {
namespace {

using Clock = std::chrono::steady_clock;

std::int64_t unix_seconds_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

// The lists of a run, read before anything else: a fault in one is told at once.
struct Lists {
  StopWords stop_words;
  WithdrawnIds withdrawn;

  explicit Lists(const IndexerConfig& config)
      : stop_words(parse_stop_words(config.stop_words, config.stop_words_name)),
        withdrawn(parse_withdrawn(config.withdrawn, config.withdrawn_name)) {
    Synonyms::parse(config.synonyms, config.synonyms_name);
  }
};

// What a run leaves behind on its way goes, however it ends: at its end, or when the next one begins.
class Workplace {
 public:
  explicit Workplace(const IndexFolder& index) : index_(index) { clear(); }
  ~Workplace() { clear(); }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

 private:
  void clear() const {
    std::error_code error;
    std::filesystem::remove_all(index_.building(), error);
    try {
      prune_generations(index_);  // and what was written of one that is not published
    } catch (const std::exception&) {
      // What cannot be taken away now goes with the next run.
    }
  }

  const IndexFolder& index_;
};

bool was_made_alike(const PreviousGeneration& previous, const IndexerConfig& config) {
  const Manifest* manifest = previous.manifest();
  return manifest && manifest->software == BACKFILE_VERSION && manifest->word_lists == word_list_digest(config);
}

bool any_written(const Ledger& ledger) {
  for (const LedgerArticle& article : ledger.articles) {
    if (article.written) return true;
  }
  return false;
}

// What was published, counted: its `generation` is the new one.
RunCounts publish_changes(const IndexFolder& index, const IndexerConfig& config, const Lists& lists,
                          const std::string& generation, std::int64_t now, Ledger& ledger, const ArticleStore& store,
                          const PreviousGeneration& previous, Report& report) try {
  WrittenSegments written = write_segments(index, generation, ledger, store, previous, report);
  RunCounts counts = count_changes(ledger, previous);
  counts.generation = generation;
  const auto articles = static_cast<std::uint32_t>(counts.articles);
  const auto stories = static_cast<std::uint32_t>(counts.articles - counts.copies);
  publish(index, config, lists.stop_words,
          {generation,
           now,
           articles,
           stories,
           std::move(written.segments),
           std::move(written.withdrawn),
           write_ledger(ledger),
           {counts.indexed, counts.updated, counts.unchanged, counts.deleted, report.rejected(), report.rejections()}});
  return counts;
} catch (const Xapian::Error& error) {
  throw WriteError("the new generation cannot be written, or not read back: " + error.get_description());
}

}  // namespace

RunCounts run_pipeline(const IndexerConfig& config, const RunOptions& options, Report& report) {
  const Clock::time_point begun = Clock::now();
  const Lists lists(config);
  const IndexFolder index(config.index);
  std::error_code error;
  std::filesystem::create_directories(index.root(), error);
  if (error) throw WriteError("cannot make " + index.root().string() + ": " + error.message());
  const RunLock lock(index.lock());
  const std::int64_t now = unix_seconds_now();
  // Before what was left is cleared away: serial numbers go on behind it.
  const std::string generation = next_generation_name(index, now);
  const Workplace workplace(index);

  PreviousGeneration previous(index);
  if (!previous.fault().empty()) report.note("", 0, "everything is read anew: " + previous.fault());
  Ledger last = previous.take_ledger();
  if (!options.allow_mass_delete) guard_file_systems(last, config);
  const bool from_scratch = options.full || !was_made_alike(previous, config);
  const Ledger forgotten = from_scratch ? std::exchange(last, {}) : Ledger{};

  Spool spool(index.building() / "articles");
  const ReadingRules rules{options.retry_failed, options.no_delete, options.quiet};
  Ledger ledger = survey_archive(config, rules, lists.withdrawn, now, std::move(last), spool, report);
  const ArticleStore store(ledger, spool, previous);
  compare_with_previous(ledger, store, previous);
  RunCounts counts = count_changes(ledger, previous);
  if (!options.allow_mass_delete && counts.deleted > 0) guard_unreadable(forgotten, ledger, report.unreadable());
  guard_deletions(counts, previous.articles().size(), options.allow_mass_delete);
  if (!options.dry_run && (from_scratch || any_written(ledger) || counts.deleted > 0)) {
    counts = publish_changes(index, config, lists, generation, now, ledger, store, previous, report);
  }
  counts.rejected = report.rejected();
  counts.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
  return counts;
}

}  // namespace backfile
