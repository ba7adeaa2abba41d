// A query as understood: its tree with the articles that each clause finds by itself.
#pragma once

#include <vector>

#include "server/search/answer.h"
#include "server/search/database_pool.h"
#include "server/search/deadline.h"
#include "server/search/query_builder.h"

namespace backfile {

// The tree below `root`, of which `nodes` are what was built. An excluded clause counts what it excludes. What the
// deadline leaves no time for has no number.
ParsedClause count_clauses(const QueryNode& root, const std::vector<BuiltNode>& nodes, const SearchHandle& handle,
                           const Deadline& deadline);

// The terms of a node's query as words, without prefixes: what it stands for in the archive.
std::vector<std::string> words_of(const Xapian::Query& query);

}  // namespace backfile
