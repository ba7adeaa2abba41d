// Near windows: which words of a text stand in a true window of a NEAR or ADJ, that is a stretch that holds every place
// of it, each by words of its own, and is no longer than allowed.
#pragma once

#include <cstdint>
#include <vector>

namespace backfile {

// What may fill a place: a word, or a phrase as a whole.
struct NearOccurrence {
  std::uint32_t first = 0;  // positions of its first and last word
  std::uint32_t last = 0;
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  std::uint64_t places = 0;  // bit n: it may fill place n; places of one width
};

struct NearShape {
  bool ordered = false;
  std::uint32_t farthest = 0;         // from the first position of a window to its last
  std::vector<std::uint32_t> widths;  // words of each place; at most 64 places
};

// For each of `found`, which come by `last`: does it stand in a true window? Linear in them, but where a word may fill
// several places, or phrases and words overlap: there each window is tried out, within a limit.
std::vector<bool> in_windows(const std::vector<NearOccurrence>& found, const NearShape& shape);

}  // namespace backfile
