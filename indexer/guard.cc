#include "indexer/guard.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

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

void guard_unreadable(const Ledger& last, const Ledger& ledger, const std::vector<std::string>& unreadable) {
  if (unreadable.empty()) return;
  std::unordered_set<std::string_view> there;
  for (const LedgerArticle& article : ledger.articles) there.insert(article.id);
  const auto cannot_be_read = [&](const std::string& file) {
    return std::ranges::any_of(unreadable, [&](const std::string& name) {
      return file.starts_with(name) && (file.size() == name.size() || file[name.size()] == '/');
    });
  };
  for (const LedgerArticle& article : last.articles) {
    if (!article.indexed() || there.contains(article.id)) continue;
    const std::string& file = last.files[article.file].file;
    if (!cannot_be_read(file)) continue;
    throw ArchiveError(file + " cannot be read now, and its articles are in the index: nothing deleted; make it " +
                       "readable, or --allow-mass-delete if they may go");
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
