// The pipeline: one run from the files of the archives to a published generation.
//
//   file -> scanner -> reader and cleaning -> Article -> document_builder -> index_writer -> segment -> generation
//
// Every run reads everything and builds one segment.
#pragma once

#include "indexer/config.h"
#include "indexer/report.h"

namespace backfile {

struct RunOptions {
  bool full = false;   // publish even where nothing changed
  bool quiet = false;  // no progress
};

// Returns what was counted; its generation is the one that now stands. Throws ArchiveError (archive missing, or empty
// where the last generation was not), LockHeld, WriteError, IndexError; then the last generation still stands.
RunCounts run_pipeline(const IndexerConfig& config, const RunOptions& options, Report& report);

}  // namespace backfile
