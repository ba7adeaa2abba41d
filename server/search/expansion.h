// Expansion: the terms of the archive that a wildcard or a fuzzy word stands for, from the lexicon.
//
// Both walk only those terms that can still fit: a wildcard the terms that begin with its letters before the first
// sign; a fuzzy word those that its edits lead to (server/search/near_terms.h).
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/lexicon.h"

namespace backfile {

struct Expansion {
  std::vector<std::string> terms;  // those in most articles first
  bool capped = false;             // there were more than asked for
};

// `pattern`: folded; * any characters, ? one. At most `most` terms.
Expansion expand_wildcard(const Lexicon& lexicon, std::string_view pattern, std::size_t most);

// The same among the words of a field that the lexicon does not hold: terms of this prefix, given back without it.
Expansion expand_wildcard(const Xapian::Database& database, std::string_view prefix, std::string_view pattern,
                          std::size_t most);

// Terms at most `edits` characters inserted, left out, replaced or swapped with a neighbour away from `word` (folded).
Expansion expand_fuzzy(const Lexicon& lexicon, std::string_view word, std::uint32_t edits, std::size_t most);

}  // namespace backfile
