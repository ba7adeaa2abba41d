// The parser: the text of a query to its tree. It never fails on what is written: a piece that cannot be read is left
// out or read as its words, with a warning. Only a query over a limit is refused.
//
// What binds closest comes first:
//   1. ( )
//   2. - + = and names with a colon (headline: near5: repeat3:), which take the word, phrase or bracket that follows
//   3. NEAR ADJ; alone they mean 10 positions
//   4. NOT; `a NOT b` is `a AND NOT b`
//   5. AND, written or not: words side by side. With any_word these are alternatives (any_of_side_by_side)
//   6. OR; so `rare earth OR lithium` is `(rare earth) OR lithium`
//
// Also settled here:
//   - A chunk of several words (state-backed, reuters.com, A股) is a phrase of them; foo:bar with an unknown field is
//   the
//     words foo and bar.
//   - in:all and in:headline hold for the whole bracket they stand in, or for the query. The first one counts.
//   - NEAR of several operands (a NEAR/5 b NEAR/5 c) has them all within reach of each other. Different distances are
//     read pairwise. What cannot stand in NEAR makes it an AND (nesting_unsupported).
//   - tarif~ is tarif~1. "a b"~5 is a NEAR/5 of the exact forms. A number out of range (NEAR 1 to 100, fuzzy 1 to 2,
//     repeat 2 to 10) is moved into it (nesting_unsupported).
//   - Where nothing but operators and names is left, all of the text is read as words.
#pragma once

#include <string_view>

#include "index/date.h"
#include "server/search/query_tree.h"
#include "server/search/query_warning.h"

namespace backfile {

struct ParseOptions {
  bool any_word = false;  // op=or
  Day today;              // for last:30d, which cannot be read where it is not given
};

struct ParsedQuery {
  QueryNode root;
  QueryWarnings warnings;          // in the order of their places
  bool relative_to_today = false;  // the same query may mean another range tomorrow

  // A piece was not read as written: strict=1 refuses the query.
  bool fell_back() const;
};

// Bytes that are not UTF-8 are read as U+FFFD. Throws InvalidQuery (query_warning.h).
ParsedQuery parse_query(std::string_view text, const ParseOptions& options);

}  // namespace backfile
