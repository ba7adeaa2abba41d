// Fragments: which pieces of an article are shown for a query, and text cut into runs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "server/search/answer.h"
#include "server/search/match_finder.h"

namespace backfile {

// A text of an article with the matches in it.
struct MarkedText {
  std::string_view text;
  int paragraph = 0;
  std::vector<Match> matches;  // by begin
};

// The piece [begin, end) of a text as runs: marks that touch or overlap are one. Matches that reach beyond the piece
// are cut at its ends.
Runs runs_of(const MarkedText& marked, std::size_t begin, std::size_t end);

// At most `most` fragments: those that show the most different clauses first, each at sentence bounds and of some 100
// to 320 bytes, then in the order of the texts; neighbours are one. Where nothing matches, the beginning of the body's
// first paragraph of a sentence or more, or of the first text there is.
std::vector<Fragment> choose_fragments(const std::vector<MarkedText>& texts, std::uint32_t most);

}  // namespace backfile
