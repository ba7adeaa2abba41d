// The words of a piece of query text, by the tokenizer that indexing uses, so that each is what an article would have.
//
//   - Runs of an unspaced script are one word each. A '*' at the end of one changes nothing: a run is found inside
//     longer ones anyway.
//   - A word with '*', or with '?' that a letter or digit follows, is a wildcard pattern: '*' after three letters or
//     digits, '?' after the first with three others beside it. What is shorter, or begins with a sign, is read as its
//     letters (short_wildcard, leading_wildcard). A '?' at the end of a word is a question mark.
//   - In addresses all signs are punctuation.
#pragma once

#include <cstddef>
#include <vector>

#include "server/search/query_text.h"
#include "server/search/query_tree.h"
#include "server/search/query_warning.h"

namespace backfile {

// Words (none of them exact but the runs) and wildcards that stand in bytes [begin, end), in their order.
std::vector<QueryNode> read_words(const QueryText& text, std::size_t begin, std::size_t end, QueryWarnings& warnings);

// The same with every sign taken as punctuation: words only.
std::vector<QueryNode> read_plain_words(const QueryText& text, std::size_t begin, std::size_t end);

// The words as one node: a single one as it is, several as a phrase of exact forms, without
// its surface. `words` is not empty.
QueryNode phrase_of(std::vector<QueryNode> words);

// How many words they count as: a run counts as one for each two of its characters, as long as words in it are.
std::size_t count_query_words(const std::vector<QueryNode>& words);

}  // namespace backfile
