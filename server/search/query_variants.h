// Query variants: a query's text with words put right by the archive's own, for "did you mean".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/lexicon.h"
#include "server/search/query_tree.h"

namespace backfile {

struct QueryVariant {
  std::string query;
  std::string reason;  // spelling, joined, split
};

// The likeliest first, at most `most`: every misspelt word by its best suggestion, then by others, then neighbouring
// words joined and single ones split. `root` is the tree of `query`. Words in exclusions, labels and behind = are left
// as they are, and so is a word whose family stands in more than `common` articles.
std::vector<QueryVariant> query_variants(std::string_view query, const QueryNode& root, const Lexicon& lexicon,
                                         std::span<const Stemmer> stemmers, std::uint32_t common, std::size_t most);

}  // namespace backfile
