// The query builder: a query tree to what Xapian matches and what the highlighter marks, both of the same words.
//
// A word becomes the forms that the archive has of it (its stem family) as one OP_SYNONYM, or'ed with its exact form
// (ranking.h says how they weigh); where it may also stand in the headline or summary, their prefixed terms add weight.
// A phrase is exact forms at neighbouring positions. Names of one thing are one OP_SYNONYM too: an article with any of
// them counts alike.
//
// Inside phrases and NEAR stand terms and OP_OR of terms alone (OP_SYNONYM is refused there).
#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <vector>

#include "server/search/database_pool.h"
#include "server/search/deadline.h"
#include "server/search/highlight_clause.h"
#include "server/search/query_tree.h"
#include "server/search/query_warning.h"

namespace backfile {

// What one node of the tree became.
struct BuiltNode {
  const QueryNode* node = nullptr;  // of BuiltQuery::tree
  std::optional<FieldName> field;   // in which it is looked for
  bool excluded = false;
  bool whole = true;  // searched as one: nothing below it was built by itself
  Xapian::Query query;
};

struct BuiltQuery {
  std::unique_ptr<const QueryNode> tree;  // with synonyms
  Xapian::Query query;
  std::vector<BuiltNode> nodes;  // every node that is searched by itself (not the words of a phrase), children first
  std::vector<HighlightClause> clauses;
  QueryWarnings warnings;  // expansion_capped
};

// `root` is what the parser made; the synonyms of the handle's generation are put in here.
//
// `deadline` ends what its positional parts do. `in_boilerplate`: bare words are looked for there too, wherever the
// query does not say where. Throws InvalidRequest where the repeats of a query ask for more places than it may have
// words: each place is work.
BuiltQuery build_query(const QueryNode& root, const SearchHandle& handle, const Deadline& deadline,
                       bool in_boilerplate);

}  // namespace backfile
