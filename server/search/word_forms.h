// Word forms: the terms of the archive that the words of one query stand for, and the places that they take.
#pragma once

#include <string>
#include <vector>

#include "server/search/database_pool.h"
#include "server/search/query_tree.h"
#include "server/search/query_warning.h"

namespace backfile {

// Terms that wildcards and fuzzy words of one query may stand for, all together.
inline constexpr std::size_t kMaxExpansions = 1000;

using Forms = std::vector<std::string>;  // terms without prefix that may stand at one place
using Slots = std::vector<Forms>;        // places next to each other

// One for each query; `handle` outlives it. The expansions are shared out evenly: no wildcard takes those of the next.
class WordForms {
 public:
  WordForms(const SearchHandle& handle, const QueryNode& root);

  // Of a word, a wildcard or a fuzzy. `stems`: a word that is not exact stands for its family.
  Forms forms_of(const QueryNode& node, bool stems);

  // A word that says little by itself, by the lists that the index was made with.
  bool is_stop_word(const QueryNode& node) const;

  // Of a single form: one place. Of a run: its pairs of neighbours, each at the position of its first character; where
  // something follows it in a phrase, its last character fills the position between.
  Slots slots_of(const QueryNode& node, bool followed, bool stems);

  // The same of a phrase's children, one behind the other.
  Slots slots_of_all(const std::vector<QueryNode>& children, bool stems);

  // What was capped.
  const QueryWarnings& warnings() const { return warnings_; }

 private:
  const SearchHandle& handle_;
  std::size_t expansions_each_;
  QueryWarnings warnings_;
};

}  // namespace backfile
