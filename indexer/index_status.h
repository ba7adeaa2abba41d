// `backfile-indexer status`: what stands in an index's folder.
#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "index/generation.h"

namespace backfile {

// One generation that stands.
struct StandingGeneration {
  std::string name;
  std::optional<Manifest> manifest;  // nothing where it cannot be read
  std::uint64_t bytes = 0;           // of its files; segments may be shared
  std::string fault;                 // why it cannot be opened; empty where it can
};

struct IndexStatus {
  std::string index;                            // the folder
  std::string current;                          // its name
  std::vector<StandingGeneration> generations;  // newest first; the current one among them
  std::uint64_t bytes = 0;                      // of the whole folder

  const StandingGeneration& current_generation() const;
};

// Looks at manifests and sizes, not at checksums. Throws NoIndex where nothing was published, IndexError where
// `current` names no generation.
IndexStatus read_index_status(const IndexFolder& index);

// For people; and for programs, one JSON object with the keys index, generation, built_at, articles, stories, software,
// schema, segments, bytes, generations, fault. null where it cannot be read.
void write_status(const IndexStatus& status, std::ostream& out);
void write_status_json(const IndexStatus& status, std::ostream& out);

}  // namespace backfile
