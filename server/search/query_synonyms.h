// Synonyms in a query: a pass between parser and builder that puts the other names of a thing (index/synonyms.h) beside
// the one that was written.
//
//   baiyun obo mine        (baiyun obo, or the phrase "bayan obo") and mine
//   "baiyun obo mine"      that phrase, or the phrase "bayan obo mine": whole phrases, since Xapian finds nothing by
//                          one inside an OR inside another
//   peking NEAR/5 quota    peking or beijing near quota; a name of several words makes a NEAR of its own
//
// A name is a word that may have other forms, several of them in order as parts of one `all` or `any`, or words inside
// a phrase. The longest counts. What asks for one form (=peking, "peking"), wildcards, fuzzy words and repeats are left
// as they are, and so are fields that hold names of their own (byline, publication, labels, addresses).
#pragma once

#include "index/synonyms.h"
#include "server/search/query_tree.h"
#include "server/search/query_warning.h"

namespace backfile {

// Forms that one phrase or NEAR may take, and names that may be added to one query.
inline constexpr std::size_t kMaxVariants = 16;
inline constexpr std::size_t kMaxAddedNames = 64;

// Where a name was added stands an `any` with `names` set: what was written, then the other names. The surface of
// those is what was written, with " → " and the name behind it where it takes several places (for `matched`). What was
// over a limit is told by an expansion_capped among `warnings`.
QueryNode with_synonyms(QueryNode root, const Synonyms& synonyms, QueryWarnings& warnings);

}  // namespace backfile
