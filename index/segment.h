// A segment: one immutable, compacted Xapian database in a single file, checked and sealed once, when it is made.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "index/manifest.h"

namespace backfile {

// Compacts the databases in the folders `from` to the new file `to`, their articles one behind another, checks it
// (Xapian's own check in a child process, because a damaged database can crash it), counts its articles, syncs it.
// Leaves `from` as it is. Throws WriteError where writing failed, or what was written is not whole.
SegmentEntry make_segment(const std::vector<std::filesystem::path>& from, const std::filesystem::path& to);

}  // namespace backfile
