// The guard against an index that empties because of its archive: a disk that is not mounted, a folder that moved.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/config.h"
#include "indexer/ledger.h"
#include "indexer/report.h"

namespace backfile {

// So many articles may always go; more only up to the twentieth part.
inline constexpr std::uint64_t kFewDeleted = 50;
inline constexpr std::uint64_t kDeletedPart = 20;

// Throws ArchiveError where an archive lies on another file system than when the last run saw it.
void guard_file_systems(const Ledger& last, const IndexerConfig& config);

// Throws ArchiveError where there would be no article, or too many of `before` would go. `allowed` allows all but the
// first.
void guard_deletions(const RunCounts& counts, std::uint64_t before, bool allowed);

// A run that knows nothing of the last one cannot keep what it cannot read. Throws ArchiveError where an article of the
// last run is in none of `ledger`, and its file, or a folder that it lies in, is among the `unreadable`.
void guard_unreadable(const Ledger& last, const Ledger& ledger, const std::vector<std::string>& unreadable);

}  // namespace backfile
