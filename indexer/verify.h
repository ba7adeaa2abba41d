// `backfile-indexer verify`: are the generations that are kept what they were published as? Reads every byte of them.
#pragma once

#include <ostream>

#include "index/generation.h"

namespace backfile {

// The current generation and the older ones that stand; the newest first. A line for each sound one goes to `out`, a
// line for each fault, with its file and what to run, to `err`. False where there is a fault. A generation newer than
// the current one (its run was cut short) is only named. One that a run takes away meanwhile is passed over.
// Takes no lock and writes nothing. Throws NoIndex where nothing was published.
bool verify_index(const IndexFolder& index, std::ostream& out, std::ostream& err);

}  // namespace backfile
