// Ranking: how much each match of a query weighs. The numbers that decide the order of hits stand here and in the
// weights of index/schema.h; docs/benchmarks.md has the measurements that they were chosen by, on sets of several kinds
// at once and not the best for any single one.
#pragma once

#include <xapian.h>

#include <vector>

namespace backfile {

// BM25+ (Lv and Zhai, Lower-bounding term frequency normalization, 2011): BM25 with a least weight for each word that
// an article has, however long it is.
Xapian::BM25PlusWeight weighting_scheme();

// A word in any of its forms, `family`, of which `own` is the one that was written. The two are mixed and not added:
// a word that has no other forms, as a name, would otherwise weigh half of one that has.
Xapian::Query word_weight(const Xapian::Query& family, const Xapian::Query& own);

// A stop word of the index (the, of, what). It is searched like any other but weighs little, so that a question in
// whole sentences finds what its other words do.
Xapian::Query stop_word_weight(const Xapian::Query& word);

// `any` of these single words: an article that has all of them stands higher. Only of a few: nobody has all the words
// of a sentence.
Xapian::Query with_all_words_higher(const Xapian::Query& any, const std::vector<Xapian::Query>& words);

}  // namespace backfile
