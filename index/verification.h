// Verification: is a generation what it was published as? Asked by the indexer's `verify` and `rollback`, and by a
// server before it serves one.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "index/seal_memory.h"
#include "index/sealed_files.h"

namespace backfile {

enum class Depth {
  sizes,  // manifest, schema, every file there with its size, and it can be opened: milliseconds
  whole,  // and the checksum of every file, and the articles of every segment: reads all bytes
};

// All that is wrong with a generation; nothing where it is sound. Throws ReadingStopped once `stop` asks for it, and
// nothing else but for want of memory.
std::vector<Fault> find_faults(const IndexFolder& index, const std::string& generation, Depth depth, SealMemory& memory,
                               const std::stop_token& stop = {});

}  // namespace backfile
