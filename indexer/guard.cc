#include "indexer/guard.h"

#include <algorithm>

#include "indexer/file_state.h"
#include "indexer/scanner.h"

namespace backfile {

void guard_file_systems(const Ledger& last, const IndexerConfig& config) {
  for (const Settings::Archive& archive : config.archives) {
    const auto known = std::ranges::find(last.archives, archive.name, &LedgerArchive::name);
    if (known == last.archives.end() || known->file_system == 0) continue;
    const std::uint64_t now = file_system_of(archive.folder);
    if (now == 0 || now == known->file_system) continue;
    throw ArchiveError("the archive " + archive.folder.string() +
                       " lies on another file system than in the last run (is its disk mounted?): nothing deleted; "
                       "--allow-mass-delete if it has moved");
  }
}

void guard_deletions(const RunCounts& counts, std::uint64_t before, bool allowed) {
  if (counts.articles == 0) {
    throw ArchiveError(before == 0 ? std::string("no article in the archive: nothing to publish")
                                   : "no article in the archive, but " + std::to_string(before) +
                                         " in the index: nothing deleted");
  }
  if (allowed || counts.deleted <= kFewDeleted || counts.deleted * kDeletedPart <= before) return;
  throw ArchiveError(std::to_string(counts.deleted) + " of " + std::to_string(before) +
                     " articles are gone from the archive: nothing deleted; --allow-mass-delete if that is meant");
}

}  // namespace backfile
