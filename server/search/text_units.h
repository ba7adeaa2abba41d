// Units: a text as what stands side by side in it, for completing it: words, and of runs of an unspaced script single
// characters. Those of a headline have the positions of its prefixed terms.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

struct TextUnit {
  std::string folded;
  std::string pair{};       // of a character: itself and the next of its run, folded; empty at the run's end
  std::uint32_t begin = 0;  // bytes of the text: [begin, end)
  std::uint32_t end = 0;
  bool is_character = false;  // of an unspaced script
};

// At most `most` units, from the beginning of the text.
std::vector<TextUnit> units_of(std::string_view text, std::size_t most);

// Do these neighbours stand in one run?
bool are_joined(const TextUnit& one, const TextUnit& next);

// The units, which are of `text`, as a reader would type them: small letters with their accents, one space between
// words, none within a run.
std::string surface_of_units(std::string_view text, std::span<const TextUnit> units);

// The same of the folded forms: equal for two texts that are searched alike.
std::string folded_units(std::span<const TextUnit> units);

}  // namespace backfile
