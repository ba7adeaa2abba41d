// The columns of one generation, with those of its segments, which the next generation takes over where it shares them.
// Immutable; safe for any number of threads.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "index/generation.h"
#include "server/search/columns.h"

namespace backfile {

struct GenerationColumns {
  Columns columns;
  std::map<std::string, std::shared_ptr<const SegmentColumns>> segments;  // by UUID
};

// Reads what `before`, the columns of another generation (or none), does not have: some microseconds an article. Throws
// IndexError.
std::shared_ptr<const GenerationColumns> read_columns(const Generation& generation, const GenerationColumns* before);

}  // namespace backfile
