#include "server/search/ranking.h"

namespace backfile {
namespace {

using Xapian::Query;

// Repeats soon saturate (Xapian's default); long articles give way by a little less than half of their length.
constexpr double kRepeats = 1;        // k1
constexpr double kLength = 0.4;       // b
constexpr double kQueryRepeats = 1;   // k3
constexpr double kLeastLength = 0.5;  // of the average: shorter articles gain no more
// The least weight of a word that is there. 1, as published, puts articles with many weak words of a long question
// above those with the few that matter; 0 (BM25) loses short queries.
constexpr double kLeastWeight = 0.5;

constexpr double kOwnForm = 0.4;   // the rest is the family's
constexpr double kStopWord = 0.3;  // of what its rarity would give it

// Of the weight of the words themselves. More of it takes from topics what it gives to known items.
constexpr double kAllWords = 0.1;
constexpr std::size_t kFewWords = 8;

}  // namespace

Xapian::BM25PlusWeight weighting_scheme() {
  return Xapian::BM25PlusWeight(kRepeats, 0, kQueryRepeats, kLength, kLeastLength, kLeastWeight);
}

Query word_weight(const Query& family, const Query& own) {
  return Query(Query::OP_OR, Query(Query::OP_SCALE_WEIGHT, family, 1 - kOwnForm),
               Query(Query::OP_SCALE_WEIGHT, own, kOwnForm));
}

Query stop_word_weight(const Query& word) { return Query(Query::OP_SCALE_WEIGHT, word, kStopWord); }

Query with_all_words_higher(const Query& any, const std::vector<Query>& words) {
  if (words.size() < 2 || words.size() > kFewWords) return any;
  const Query all(Query::OP_AND, words.begin(), words.end());
  return Query(Query::OP_AND_MAYBE, any, Query(Query::OP_SCALE_WEIGHT, all, kAllWords));
}

}  // namespace backfile
