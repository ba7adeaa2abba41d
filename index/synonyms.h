// Synonyms: names of one thing (Baiyun Obo, Bayan Obo), from a list. A query that has one of them finds the others too
// (server/search/query_synonyms.h); the index itself holds words as they were written.
//
// The list is a text file, one thing a line:
//   Baiyun Obo = Bayan Obo           either name finds the other; any number of names, several words each
//   rare earth = 稀土                 a run of an unspaced script is one word
//   Sputnik V => Gam-COVID-Vac       one way: the names before => find those behind it, not the other way round
//   # a comment                      '#' at the beginning of a line or behind white space, to the line's end
// Signs and names stand apart by white space. Names are compared by their words, as the tokenizer gives them: case,
// accents and hyphens do not matter. A name that stands in several lines finds the names of all of them, but not the
// names that those have in other lines again.
//
// The list as it was used is a file of each generation: a server reads that one and no other.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

inline constexpr std::size_t kMaxNameWords = 8;   // of one name
inline constexpr std::size_t kMaxLineNames = 16;  // of one line

// One name of a thing.
struct Synonym {
  std::string written;             // as in the list, for reading its words
  std::vector<std::string> words;  // folded
};

// Immutable; any number of threads may ask it.
class Synonyms {
 public:
  // An empty list: nothing has another name.
  Synonyms() = default;

  // Throws SettingsError (index/settings.h) naming `name` and the line, and what to write, where a line is not one.
  static Synonyms parse(std::string_view text, std::string_view name);

  struct Names {
    std::size_t words = 0;  // how many of the words asked for are the name; 0: none begins there
    const std::vector<Synonym>* others =
        nullptr;  // its other names, in the order of the list; null where there is none
  };
  // The longest name that begins with the first of the folded `words`.
  Names find(std::span<const std::string_view> words) const;

  std::size_t size() const { return others_.size(); }  // names that have others

 private:
  void add_line(std::string_view line);
  void add(const Synonym& name, const Synonym& other);

  std::map<std::string, std::vector<Synonym>, std::less<>> others_;  // words of a name, one a line -> its other names
  std::size_t longest_ = 0;                                          // words of the longest name
};

}  // namespace backfile
