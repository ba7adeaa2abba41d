// `extract`: what the indexer makes of single files, without an index.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "indexer/config.h"

namespace backfile {

// Prints one JSON article a line; what is rejected goes to stderr. `file` is as given. False where some were rejected.
bool extract_files(const std::vector<std::string>& files, const IndexerConfig& config, std::ostream& out);

}  // namespace backfile
