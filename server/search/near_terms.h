// Near terms: the terms of the lexicon that are a few edits away from a word. An edit is one character inserted, left
// out, replaced, or swapped with its neighbour (Damerau 1964; no character is edited twice).
//
// The sorted terms are walked with an automaton whose states are bit masks, one bit a character of the word (Wu and
// Manber 1992, with swaps as in Hyyrö 2003). The states of a term's beginning serve all terms that begin so; where no
// state is left, and where only certain characters could lead on, the walk leaps to the next term that can still fit.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "index/lexicon.h"

namespace backfile {

inline constexpr std::uint32_t kMaxEdits = 2;

struct NearTerm {
  std::uint32_t number = 0;  // in the lexicon
  std::uint32_t edits = 0;   // the fewest that lead there
};

// In the order of the lexicon; the word itself among them. `edits` is at most kMaxEdits, `word` folded; of a word of
// more than 63 characters itself alone.
std::vector<NearTerm> near_terms(const Lexicon& lexicon, std::string_view word, std::uint32_t edits);

// Terms that begin so: [first, last) of the lexicon.
struct NearBeginning {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// Terms that begin with something at most `edits` away from `beginning` (folded), each in one range; of more than 63
// characters none.
std::vector<NearBeginning> near_beginnings(const Lexicon& lexicon, std::string_view beginning, std::uint32_t edits);

}  // namespace backfile
