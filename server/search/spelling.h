// Spelling: what the writer of a query may have meant by a word that the archive does not have, or hardly has. All by
// the lexicon: a suggestion is always found. Pure functions; any number of threads.
//
// Nothing is suggested for a word of fewer than four letters, with digits or signs, or of a script without capitals.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/lexicon.h"

namespace backfile {

struct Suggestion {
  std::string text;            // folded; two words with a space between for a split
  std::uint32_t articles = 0;  // that hold it; of a split, that hold the rarer word
  std::uint32_t edits = 0;     // 1 for a joined or split word
};

// Words at most one edit from the folded `word`, or two where it has eight letters or more, or has six and nothing is
// one edit away (then with the same first letter). Each is in at least ten times as many articles; the likeliest first,
// at most `most`. An edit of the first letter is thought less likely, a second edit much less, a word in more articles
// more likely.
std::vector<Suggestion> suggest_words(const Lexicon& lexicon, std::string_view word, std::size_t most);

// `word` as two words of the archive ("rareearth": "rare earth"): the split whose rarer word is the commonest, each
// word in ten times as many articles as `word`. That they stand side by side anywhere the lexicon cannot say. A word of
// one letter (email: "e mail") is only taken where no other split is.
std::optional<Suggestion> suggest_split(const Lexicon& lexicon, std::string_view word);

// Two neighbouring words as one ("war ship": "warship"; "e mail": "email"), where the archive has it.
std::optional<Suggestion> suggest_joined(const Lexicon& lexicon, std::string_view first, std::string_view second);

}  // namespace backfile
