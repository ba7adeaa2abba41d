// Run completions: how articles go on behind a run of an unspaced script (人工 → 人工智能), which has no words that the
// lexicon could know: read from what stands behind it in some dozens of articles (typed_phrases.h).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "server/search/database_pool.h"
#include "server/search/deadline.h"
#include "server/search/text_units.h"
#include "server/search/typed_phrases.h"

namespace backfile {

// `typed`, of `text`, is one run of two characters or more; none is suggested for other units. Those in most articles
// first, each in two at least where more than a few were read. What the deadline leaves no time for is not found.
std::vector<TypedPhrase> complete_run(const std::string& text, const std::vector<TextUnit>& typed,
                                      const SearchHandle& handle, const Deadline& deadline, std::size_t most);

}  // namespace backfile
