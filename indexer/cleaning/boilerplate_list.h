// The list of boilerplate phrases: lines of a page that are not the article (config/boilerplate.txt).
//
// One phrase a line, behind its kind; '#' begins a comment line:
//   line: Advertisement              that line alone is set aside, wherever it stands
//   top: Skip to content             that line alone, before the article's body begins
//   end: Leave a Reply               opens a block that runs to the end, if a tenth of the text has passed
//   open: Read also                  opens such a block; where running text goes on behind it a box, set aside with
//                                    its lines up to that text
//   tail: Share this                 opens such a block; where running text goes on behind it, as `line`
//   caption: Source: …               a caption or credit: set aside with its heading where a block opens behind it
//   inside: (opens in a new tab)     is taken out of any line
// A phrase is matched with the whole line, both folded (index/fold.h), punctuation around words ignored, but for a
// colon that the phrase has. In it, "#" stands for a number and "…" for words: up to twelve at its beginning, any
// number at its end, one to four between.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace backfile {

// The kinds that a line matches.
struct BoilerplateKinds {
  bool line = false;
  bool top = false;
  bool end = false;
  bool open = false;
  bool tail = false;
  bool caption = false;
  friend bool operator==(const BoilerplateKinds&, const BoilerplateKinds&) = default;
};

// Immutable; any number of threads may ask it.
class BoilerplateList {
 public:
  // An empty list: nothing is boilerplate.
  BoilerplateList() = default;

  // Throws SettingsError (index/settings.h) naming `name` and the line where a line is not a phrase.
  static BoilerplateList parse(std::string_view text, std::string_view name);

  BoilerplateKinds kinds_of(std::string_view line) const;

  // The line without what `inside` phrases say, and without the space before it.
  std::string without_insertions(std::string_view line) const;

 private:
  struct Phrase {
    std::vector<std::string> words;
    bool BoilerplateKinds::*kind = nullptr;
  };

  void add(std::string_view kind, std::string_view phrase);

  std::vector<Phrase> phrases_;
  std::unordered_multimap<std::string, std::size_t> by_first_word_;
  std::vector<std::size_t> without_first_word_;  // phrases that begin with "#" or "…"
  std::vector<std::string> insertions_;          // ASCII letters small
};

}  // namespace backfile
