// What a text is about, as far as its words tell: to know its headline by, and the name of a section from a writer's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace backfile {

// The words of a text and in how many of its paragraphs each stands. Words of under four bytes are left out, for the
// short ones of all languages tell little. Of a text with 100,000 others the rest is not counted.
class TellingWords {
 public:
  void add(std::string_view paragraph);

  // How well the line says what the text speaks of: the sum over its words of the logarithm of their paragraphs, by the
  // root of their number; 0 where they have none in common.
  double aboutness(std::string_view line) const;

  // Does the text speak of one of its words again and again?
  bool speaks_of(std::string_view line) const;

 private:
  std::unordered_map<std::string, std::size_t> paragraphs_;  // by word
};

}  // namespace backfile
