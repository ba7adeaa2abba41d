// What the run that made a generation did: kept in its manifest, for those who look at the index later.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace backfile {

// What was rejected for one reason, in the whole archive as it was then.
struct RejectionGroup {
  std::string reason;              // by its name: indexer/rejection.h
  std::string sentence;            // the same for people
  std::uint64_t count = 0;         // files, or articles in files
  std::vector<std::string> files;  // the first ten of them, as Article::file
  friend bool operator==(const RejectionGroup&, const RejectionGroup&) = default;
};

struct RunSummary {
  std::uint64_t indexed = 0;  // new
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t deleted = 0;
  std::uint64_t rejected = 0;
  std::vector<RejectionGroup> rejections;  // the most frequent first
  friend bool operator==(const RunSummary&, const RunSummary&) = default;
};

}  // namespace backfile
