// Runs of unspaced scripts where any word may match (op=or): a reader does not part the words of 稀土出口 by spaces,
// and an article may have them apart. So a run of three characters or more becomes an `any` of the run as a whole and
// each of its pairs of neighbours; pairs serve Chinese retrieval as well as words do, without a dictionary (Nie, Gao,
// Zhang and Zhou, On the use of words and n-grams for Chinese information retrieval, 2000).
//
// A run in quotes or behind = stays whole, and so does one in a field, a phrase, NEAR, an exclusion, or that has to be
// there (+, AND).
#pragma once

#include "server/search/query_text.h"
#include "server/search/query_tree.h"

namespace backfile {

// `root` is what the parser made of `text`.
QueryNode with_pairs_of_runs(QueryNode root, const QueryText& text);

}  // namespace backfile
