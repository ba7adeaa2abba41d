// Word forms: the terms of the archive that the words of one query stand for, and the places that they take.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/search/database_pool.h"
#include "server/search/expansion.h"
#include "server/search/query_tree.h"
#include "server/search/query_warning.h"

namespace backfile {

// Terms that wildcards and fuzzy words of one query may stand for, all together.
inline constexpr std::size_t kMaxExpansions = 1000;

using Forms = std::vector<std::string>;  // terms without prefix that may stand at one place
using Slots = std::vector<Forms>;        // places next to each other

// Where the forms of a word are taken from.
struct Vocabulary {
  bool stems = true;        // a word stands for its family: not so names, which are found as they are written
  bool lexicon = true;      // it holds the words
  std::string_view prefix;  // of a field that has words which the lexicon has not; empty: none
};

// One for each query; `handle` outlives it. The expansions are shared out evenly: no wildcard takes those of the next.
class WordForms {
 public:
  WordForms(const SearchHandle& handle, const QueryNode& root);

  // Of a word, a wildcard or a fuzzy. (A fuzzy word is always one of the lexicon.)
  Forms forms_of(const QueryNode& node, const Vocabulary& vocabulary);

  // A word that says little by itself, by the lists that the index was made with.
  bool is_stop_word(const QueryNode& node) const;

  // Of a single form: one place. Of a run: its pairs of neighbours, each at the position of its first character; where
  // something follows it in a phrase, its last character fills the position between.
  Slots slots_of(const QueryNode& node, bool followed, const Vocabulary& vocabulary);

  // The same of a phrase's children, one behind the other.
  Slots slots_of_all(const std::vector<QueryNode>& children, const Vocabulary& vocabulary);

  // What was capped.
  const QueryWarnings& warnings() const { return warnings_; }

 private:
  Expansion expand(const QueryNode& node, const Vocabulary& vocabulary) const;

  const SearchHandle& handle_;
  std::size_t expansions_each_;
  QueryWarnings warnings_;
};

}  // namespace backfile
