// What the archive as a whole teaches of its lines (cleaning/learned_lines.h), and whom it concerns.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/ledger.h"

namespace backfile {

// The learned lines of every site, by the articles that have an id.
LearnedLines learn_archive_lines(const Ledger& ledger, const std::vector<std::string>& ids);

// The articles, in rising order, that have to be cleaned again: those with an id that hold a line which is learned now
// and was not when they were cleaned (ledger.learned; of what this run has read: none), or the other way about; and
// those that have no document and were not read.
std::vector<std::uint32_t> articles_to_clean_again(const Ledger& ledger, const std::vector<std::string>& ids,
                                                   const LearnedLines& now);

}  // namespace backfile
