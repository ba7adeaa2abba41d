// A query tree as text in the query language: the `parsed` of a search answer. Words are folded, phrases stand as they
// were written, dates are written out, brackets show what belongs together.
#pragma once

#include <string>

#include "server/search/query_tree.h"

namespace backfile {

// Parsed again (with any_word false), it is the same query as `root`, which parse_query made; unless its brackets,
// which may be more than were written, then stand too deep, or words written once come twice and are too many.
std::string print_query(const QueryNode& root);

}  // namespace backfile
