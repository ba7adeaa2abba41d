// A highlight clause: one positive piece of a query as it is to be marked in text. The query builder makes them from
// the same forms that it searches, so that what was found is what is marked.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace backfile {

// The parts of an article that a piece of a query may be about.
enum class Part : std::uint8_t { headline = 1, summary = 2, body = 4, boilerplate = 8 };
inline constexpr std::uint8_t kArticleParts = 7;  // what bare words search
inline constexpr std::uint8_t kAllParts = 15;

struct HighlightClause {
  enum class Shape : std::uint8_t {
    phrase,   // the slots at positions next to each other; a single word is a phrase of one
    ordered,  // the places in this order, first and last position less than `window` apart
    near      // the same, in any order
  };

  std::string name;  // as the user wrote it: for `matched`
  Shape shape = Shape::phrase;
  std::uint32_t window = 0;  // what phrases among the places have beyond a word of their own does not count
  std::vector<std::vector<std::string>> slots;  // terms that may stand at each position, folded
  std::uint8_t parts = kArticleParts;           // parts of the article where it is marked
  std::vector<std::uint32_t> widths{};          // ordered, near: slots of each place; empty: one each
};

}  // namespace backfile
