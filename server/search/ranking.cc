#include "server/search/ranking.h"

#include <algorithm>
#include <array>

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

constexpr double kOwnForm = 0.4;       // the rest is the family's
constexpr double kFunctionWord = 0.3;  // of what its rarity would give it

// English; in byte order.
constexpr std::array<std::string_view, 119> kFunctionWords{
    "a",         "about",  "above",   "after", "again", "against",    "all",     "am",       "an",        "and",
    "any",       "are",    "as",      "at",    "be",    "because",    "been",    "before",   "being",     "below",
    "between",   "both",   "but",     "by",    "can",   "could",      "did",     "do",       "does",      "doing",
    "down",      "during", "each",    "few",   "for",   "from",       "further", "had",      "has",       "have",
    "having",    "he",     "her",     "here",  "hers",  "him",        "his",     "how",      "i",         "if",
    "in",        "into",   "is",      "it",    "its",   "me",         "more",    "most",     "my",        "no",
    "nor",       "not",    "of",      "off",   "on",    "once",       "only",    "or",       "other",     "our",
    "ourselves", "out",    "over",    "own",   "same",  "she",        "should",  "so",       "some",      "such",
    "than",      "that",   "the",     "their", "them",  "themselves", "then",    "there",    "these",     "they",
    "this",      "those",  "through", "to",    "too",   "under",      "until",   "up",       "very",      "was",
    "we",        "were",   "what",    "when",  "where", "which",      "while",   "who",      "whom",      "whose",
    "why",       "will",   "with",    "would", "you",   "your",       "yours",   "yourself", "yourselves"};

}  // namespace

Xapian::BM25PlusWeight weighting_scheme() {
  return Xapian::BM25PlusWeight(kRepeats, 0, kQueryRepeats, kLength, kLeastLength, kLeastWeight);
}

Query word_weight(const Query& family, const Query& own) {
  return Query(Query::OP_OR, Query(Query::OP_SCALE_WEIGHT, family, 1 - kOwnForm),
               Query(Query::OP_SCALE_WEIGHT, own, kOwnForm));
}

bool is_function_word(std::string_view word) { return std::ranges::binary_search(kFunctionWords, word); }

Query function_word_weight(const Query& word) { return Query(Query::OP_SCALE_WEIGHT, word, kFunctionWord); }

}  // namespace backfile
