// Stop words: terms that say little by themselves. No article and no term is left out because of them; the lexicon
// carries a flag that ranking may read.
//
// Those of English are a list (config/stopwords.txt). Those of any other language of kLeastArticlesToTell articles or
// more are told by the index itself: words of letters that stand in kStopWordShare of the language's articles, and
// mostly in that language (die is a German stop word; where there are more English articles with it, it is none). Text
// searched by pairs has none: its characters carry no weight, and a pair of particles is rare.
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "index/lexicon.h"

namespace backfile {

inline constexpr Xapian::doccount kLeastArticlesToTell = 100;
inline constexpr double kStopWordShare = 0.4;

using StopWords = std::set<std::string, std::less<>>;  // folded

// One word a line; '#' begins a comment. Throws SettingsError (index/settings.h) naming `name` and the line where a
// line is not one word.
StopWords parse_stop_words(std::string_view text, std::string_view name);

// Sets the flag of those in `listed` and of those that the index tells. Throws what Xapian throws.
void flag_stop_words(const Xapian::Database& database, const StopWords& listed, std::vector<TermCount>& terms);

}  // namespace backfile
