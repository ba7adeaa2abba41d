// `backfile-indexer rollback`: back to an older generation.
#pragma once

#include <ostream>

#include "index/generation.h"

namespace backfile {

// Makes the newest generation that is older than the current one, and whole, the current one, by one rename under the
// run lock; returns its name. Those that are passed over because they are damaged are told to `err`. Where `current` is
// lost or names no generation, the newest whole one is taken.
// What is newer stands no longer and goes with the next publication; serial numbers go on behind it, and the next run
// begins from the generation that is current now.
// Throws NoIndex where nothing was published, IndexError where no older one is whole, LockHeld, WriteError.
std::string roll_back(const IndexFolder& index, std::ostream& err);

}  // namespace backfile
