// Headline completions: the phrases of headlines that begin as what was typed (typed_phrases.h), read from the
// headlines of some dozens of articles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "server/search/database_pool.h"
#include "server/search/deadline.h"
#include "server/search/typed_phrases.h"

namespace backfile {

// `typed` is not empty. Where its last word is `open`, it goes on to be one of the terms `last`, of which few are
// looked for; a character of an unspaced script stands for itself, and so does a word that is not open. What the
// deadline leaves no time for is not found.
std::vector<TypedPhrase> complete_headlines(const std::vector<TextUnit>& typed, const std::vector<std::uint32_t>& last,
                                            bool open, const SearchHandle& handle, const Deadline& deadline,
                                            std::size_t most);

}  // namespace backfile
