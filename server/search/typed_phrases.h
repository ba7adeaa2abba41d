// Typed phrases: how texts (headlines, pieces of articles) go on behind what was typed, and how often.
//
// A phrase is what was typed, its last word completed, with some words more (characters, of an unspaced script); it
// ends before a stop, and on no stop word. In an unspaced script it also ends only where many different characters
// follow (branching entropy: Jin and Tanaka-Ishii, Unsupervised segmentation of Chinese text, 2006), so that it is not
// cut within a word. Of two where one is the beginning of the other and as common, the longer is
// kept; of what only one text has, the shortest (closed phrases: Pasquier et al., Discovering frequent closed
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

struct TypedPhrase {
  std::string text;    // as a reader would type it (surface_of_units)
  std::string folded;  // folded_units
  std::uint32_t texts = 0;
};

// One for each request; not thread-safe.
class TypedPhrases {
 public:
  // `typed` but its last unit stand in a text as they are; the last one is any word that `is_last` says. A
  // `whole_last` word is not itself a completion. `is_weak`: no phrase ends on such a word.
  using Says = std::function<bool(std::string_view folded)>;
  TypedPhrases(std::vector<TextUnit> typed, bool whole_last, Says is_last, Says is_weak);

  void add(std::string_view text);

  // Those in most texts first, then the shorter; at most `most`.
  std::vector<TypedPhrase> best(std::size_t most) const;

 private:
  struct Counted {
    std::string text;
    std::string shorter;  // by one unit
    std::size_t units = 0;
    std::uint32_t texts = 0;
    bool may_end = false;
    std::set<std::string> next;  // the characters behind it, of an unspaced script
    std::uint32_t ends = 0;      // places where none stands behind it
  };

  bool is_typed_at(const std::vector<TextUnit>& units, std::size_t at) const;
  std::set<std::string_view> covered() const;
  bool is_told_shorter(const Counted& phrase) const;
  static bool is_whole(const Counted& phrase);
  void add_from(std::string_view text, const std::vector<TextUnit>& units, std::size_t at, std::set<std::string>& seen);

  std::vector<TextUnit> typed_;
  bool whole_last_;
  Says is_last_;
  Says is_weak_;
  std::map<std::string, Counted> counted_;  // by folded text
};

}  // namespace backfile
