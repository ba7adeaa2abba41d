// The pipeline: one run from the files of the archives to a published generation.
//
//   files -> archive_reader (scanner, readers, cleaning) -> ledger and spool
//         -> naming -> learned lines (articles that hold one are cleaned again) -> stories
//         -> segment_plan -> segment_writer (document_builder, index_writer) -> publishing
//
// By default what did not change is neither read nor written again. What a generation says of an article does not
// depend on the runs before it: it is that of a full run.
#pragma once

#include "indexer/config.h"
#include "indexer/report.h"

namespace backfile {

struct RunOptions {
  bool full = false;               // read and write everything, whatever the last run knew, and publish
  bool quiet = false;              // no progress
  bool dry_run = false;            // count what would be done, write nothing
  bool no_delete = false;          // articles that are gone from the archive stay
  bool allow_mass_delete = false;  // though much of the archive is gone, or lies on another file system
  bool retry_failed = false;       // read files again in which something was rejected
};

// Returns what was counted; its generation is the one that now stands. Throws ArchiveError (archive missing, or mostly
// vanished), LockHeld, WriteError, IndexError; then the last generation still stands, and what was written is removed.
RunCounts run_pipeline(const IndexerConfig& config, const RunOptions& options, Report& report);

}  // namespace backfile
