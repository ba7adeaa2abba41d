// The survey: what the archive is now, as against what the last run knew of it.
#pragma once

#include <cstdint>

#include "indexer/archive_reader.h"
#include "indexer/config.h"
#include "indexer/ledger.h"
#include "indexer/report.h"
#include "indexer/spool.h"
#include "indexer/withdrawn.h"

namespace backfile {

// Reads what changed since `last` (empty: everything), names the articles, learns the lines of its sites and cleans the
// articles again that hold one, finds the stories. In the ledger, every article that is to be in the index has an id, a
// story and copies; `written` says that the document it has (if any) is not that of this ledger: it was read, or its
// names changed. `now`: seconds since 1970. Throws ArchiveError, WriteError.
Ledger survey_archive(const IndexerConfig& config, const ReadingRules& rules, const WithdrawnIds& withdrawn,
                      std::int64_t now, Ledger&& last, Spool& spool, Report& report);

}  // namespace backfile
