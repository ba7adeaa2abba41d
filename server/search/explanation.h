// Explanations: what each clause of a query gave to the score of a hit.
#pragma once

#include <vector>

#include "server/search/answer.h"
#include "server/search/database_pool.h"
#include "server/search/query_builder.h"

namespace backfile {

// One for each clause of words that the article has, in the order of the query. What the hit's score has beyond them
// (recency, words near each other) is the last entry, with an empty clause.
std::vector<ClauseScore> explain_hit(const Hit& hit, Xapian::docid docid, const std::vector<BuiltNode>& nodes,
                                     const SearchHandle& handle);

}  // namespace backfile
