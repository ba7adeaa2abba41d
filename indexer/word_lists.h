// The word lists of a run: what the indexer is given beside the articles, and what makes another index of the same
// ones.
#pragma once

#include <string>

#include "indexer/config.h"

namespace backfile {

// XXH3-128, in hex, of the texts of all lists and of what else tells how files are read: a generation made with others
// is made anew though no article changed. A list that is added to the configuration is added here.
std::string word_list_digest(const IndexerConfig& config);

}  // namespace backfile
