// Bylines whose mark is a common word of their language and begins headlines of others ("Di Anna Neri", "Door Jan
// Bakker"): on a line of nothing else, in the head of a text that is in that language, as its small words tell.
#pragma once

#include <vector>

#include "indexer/cleaning/page.h"

namespace backfile {

// Gives such rows, which have no credit yet, theirs.
void add_weak_bylines(std::vector<Row>& rows);

}  // namespace backfile
