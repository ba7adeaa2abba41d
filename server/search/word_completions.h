// Word completions: the words of the archive that begin as the one that is being typed. All by the lexicon; safe for
// any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "index/lexicon.h"

namespace backfile {

// Numbers of the terms that begin with the folded `beginning`: those in most articles first, stop words behind the
// others. A single character of an unspaced script is completed to pairs. At most `most`; none for an empty beginning.
std::vector<std::uint32_t> complete_word(const Lexicon& lexicon, std::string_view beginning, std::size_t most);

// The same for a beginning that is one edit away from what was typed (near_terms.h), those of the same first letter
// first. None where fewer than four letters were typed, or something else than letters.
std::vector<std::uint32_t> complete_misspelt(const Lexicon& lexicon, std::string_view beginning, std::size_t most);

}  // namespace backfile
