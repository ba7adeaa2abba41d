// Language detection: in which language an article is written, where its source does not say, by cld2 (letters in
// fours and words, naive Bayes).
//
// Told from headline, summary and body together, their first 4 KB; boilerplate has no say. Nothing rather than wrong:
// the text must be of some length, most of it of one language, and cld2 must call its answer reliable. Simplified and
// traditional Chinese are told apart (zh-Hans, zh-Hant). Phrases of another language inside do not change the answer.
#pragma once

#include <string>

#include "index/article.h"

namespace backfile {

// A tag as index/language_tag.h makes them; empty where it is not certain.
std::string detect_language(const Article& article);

}  // namespace backfile
