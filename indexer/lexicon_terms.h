// What the lexicon of a generation is made of: the plain terms of its segments, how they are written, and the languages
// whose stem families it holds.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

#include "index/lexicon.h"

namespace backfile {

// A language with fewer of the articles has no stem families of its own.
inline constexpr double kLeastShareOfFamilies = 0.01;

// The plain terms of these segments together, in byte order, with their commonest surfaces. Throws what Xapian throws.
std::vector<TermCount> lexicon_terms(const std::vector<std::filesystem::path>& segments);

// English, and every language of kLeastShareOfFamilies of the articles or more that Snowball has, the commonest first.
std::vector<std::string> family_languages(const Xapian::Database& database);

}  // namespace backfile
