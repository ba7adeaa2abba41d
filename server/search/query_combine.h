// Putting nodes of a query tree together, so that it keeps the shapes that query_tree.h names.
#pragma once

#include <vector>

#include "server/search/query_tree.h"
#include "server/search/query_warning.h"

namespace backfile {

// One part of a query with what was written before it.
struct Operand {
  QueryNode node;
  bool required = false;  // +
};
using Operands = std::vector<Operand>;

// All of the nodes, or any. A node of the same kind is dissolved into it, `everything` adds nothing, and one node alone
// is that node. Nothing at all is `everything`.
QueryNode all_of(std::vector<QueryNode> nodes);
QueryNode any_of(std::vector<QueryNode> nodes);

// Operands that stand side by side where op=or: words are alternatives; exclusions, dates and fields that name an
// article rather than its text (those with a label) restrict them. Beside a required operand the other words need not
// be there and rank the articles that have them higher: a AND (a OR b OR c).
QueryNode any_of_side_by_side(Operands operands);

QueryNode excluded(QueryNode node, std::uint32_t at);

// May it stand under `repeat`, or under `any` in `near`? (query_tree.h)
bool is_single_form(const QueryNode& node);
bool may_stand_near(const QueryNode& node);

// Gives each `all` that only excludes an `everything` to exclude from, with a warning.
void complete_exclusions(QueryNode& root, QueryWarnings& warnings);

}  // namespace backfile
