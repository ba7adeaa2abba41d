// Telling terms: the words of an article that say best what it is about, for finding others like it.
//
// A word counts by how often the article has it, soon saturated, and by how few articles of the archive do: tf-idf, as
// Lucene's MoreLikeThis chooses its words (org.apache.lucene.queries.mlt), with the tf of BM25's query side (Robertson
// and Walker 1994). Runs of an unspaced script count by their pairs of characters. Pure; any number of threads.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "index/article.h"
#include "index/lexicon.h"

namespace backfile {

struct TellingTerm {
  std::string term;   // plain
  double weight = 0;  // of its repeats alone, for a matcher that knows how rare it is
};

// At most `most` terms, the most telling first; none that only the article and its copies can have, no stop words, no
// plain numbers, nothing of one letter. A word of a given headline counts as if it stood there three times more.
// `articles`: of the archive.
std::vector<TellingTerm> telling_terms(const Article& article, const Lexicon& lexicon, std::uint32_t articles,
                                       std::size_t most);

}  // namespace backfile
