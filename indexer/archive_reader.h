// The archive reader: from the files of the archives and what the last run knew of them to the ledger of this run.
//
// Files that stand as they stood keep their entry and their articles; new, changed and grown ones are read, and their
// articles go into the spool. What cannot be read now and could be read before keeps its articles, and is tried again
// by the next run: a fault of a disk deletes nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/config.h"
#include "indexer/last_run.h"
#include "indexer/ledger.h"
#include "indexer/readers/reader.h"
#include "indexer/report.h"
#include "indexer/scanner.h"
#include "indexer/spool.h"

namespace backfile {

struct ReadingRules {
  bool retry_failed = false;   // read also files again that had a rejection
  bool keep_vanished = false;  // files that are gone keep their articles (--no-delete)
  bool quiet = false;          // no progress
};

class ArchiveReader {
 public:
  // All are kept by reference, and outlive it. `now`: seconds since 1970.
  ArchiveReader(const IndexerConfig& config, const ReadingRules& rules, std::int64_t now, Spool& spool, Report& report);

  // The ledger of now. What is read is not yet cleaned of learned lines. Throws ArchiveError where an archive is not
  // there or cannot be read.
  Ledger read(Ledger&& last);

  // Reads articles of the ledger again, by their numbers in rising order, and cleans them with ledger.learned.
  void read_again(Ledger& ledger, std::span<const std::uint32_t> articles);

 private:
  // A file as it was found; or, where `known_only`, as the last run knew it.
  struct Found {
    std::size_t archive = 0;  // number in the configuration; behind all of them: in none
    std::string archive_name;
    ScannedFile scanned;
    FileState state = {};
    bool known_only = false;
  };

  std::vector<Found> find_files(const LastRun& last) const;
  void add_missing(const LastRun& last, std::vector<Found>& found) const;
  void take_file(const Found& found, LastRun& last, Ledger& ledger);
  void repeat_remarks(const LedgerFile& file);
  void reject(const Found& found, const std::string& message);
  // False where the disk failed before its end.
  bool read_new(const Found& found, std::uint64_t content, Ledger& ledger);
  void read_grown(const Found& found, std::uint64_t content, LedgerFile& file, Ledger& ledger);
  bool read_items(const Found& found, LedgerFile& file, Ledger& ledger);
  LedgerArticle make_entry(const Article& article, const LedgerFile& file, const Place& place, Ledger& ledger);
  std::uint32_t site_number(const std::string& site, Ledger& ledger);
  ReadOptions options(const LearnedLines* learned, std::optional<ReadPoint>* end);
  void read_file_again(Ledger& ledger, std::span<const std::uint32_t> articles);
  std::filesystem::path folder_of_archive(const std::string& name) const;

  const IndexerConfig& config_;
  const ReadingRules& rules_;
  std::int64_t now_;
  std::int64_t began_;  // nanoseconds since 1970
  Spool& spool_;
  Report& report_;
  BoilerplateList boilerplate_;
  std::vector<TextLine> lines_;  // of the article being read
  std::unordered_map<std::string, std::uint32_t> sites_;
  std::function<void()> article_done_ = [] {};
};

}  // namespace backfile
