// Headline phrases: how headlines go on behind what was typed, and how often.
//
// A phrase is what was typed, its last word completed, with some words more (characters, of an unspaced script); it
// ends before a stop, and on no stop word. Of two where one is the beginning of the other and as common, the longer is
// kept; of what only one headline has, the shortest (closed phrases: Pasquier et al., Discovering frequent closed
// itemsets, 1999).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/search/text_units.h"

namespace backfile {

struct HeadlinePhrase {
  std::string text;    // as a reader would type it (surface_of_units)
  std::string folded;  // folded_units
  std::uint32_t headlines = 0;
};

// One for each request; not thread-safe.
class HeadlinePhrases {
 public:
  // `typed` but its last unit stand in a headline as they are; the last one is any word that `is_last` says. A
  // `whole_last` word is not itself a completion. `is_weak`: no phrase ends on such a word.
  using Says = std::function<bool(std::string_view folded)>;
  HeadlinePhrases(std::vector<TextUnit> typed, bool whole_last, Says is_last, Says is_weak);

  void add(std::string_view headline);

  // Those in most headlines first, then the shorter; at most `most`.
  std::vector<HeadlinePhrase> best(std::size_t most) const;

 private:
  struct Counted {
    std::string text;
    std::string shorter;  // by one unit
    std::size_t units = 0;
    std::uint32_t headlines = 0;
    bool may_end = false;
  };

  bool is_typed_at(const std::vector<TextUnit>& units, std::size_t at) const;
  std::set<std::string_view> covered() const;
  bool is_told_shorter(const Counted& phrase) const;
  void add_from(std::string_view headline, const std::vector<TextUnit>& units, std::size_t at,
                std::set<std::string>& seen);

  std::vector<TextUnit> typed_;
  bool whole_last_;
  Says is_last_;
  Says is_weak_;
  std::map<std::string, Counted> counted_;  // by folded text
};

}  // namespace backfile
