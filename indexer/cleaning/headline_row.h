// Which line of a copied page is the headline: of those above its text the one that is near, is followed by a byline or
// date, and says best what the text speaks of.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/cleaning/head_credits.h"

namespace backfile {

struct Row;
class TellingWords;

// Looks at the rows above the text, which begins in row `text_begin`. Holds references: all must outlive it.
class HeadlineFinder {
 public:
  HeadlineFinder(const std::vector<Row>& rows, std::size_t text_begin, const TellingWords& text,
                 const HeadCredits& credits);

  std::optional<std::size_t> find() const;

  // Could the row be a headline by itself?
  bool may_be(std::size_t row) const;
  // The more, the better; of a row above the text.
  double points_of(std::size_t row) const;
  bool is_above_credit(std::size_t row) const;

 private:
  std::optional<std::size_t> above_standfirst(std::size_t row) const;
  bool is_below_byline(std::size_t row) const;
  bool is_of_list(std::size_t row) const;
  bool ends_with_other(std::size_t row) const;

  const std::vector<Row>& rows_;
  const std::size_t begin_;
  const TellingWords& text_;
  const HeadCredits& credits_;
  bool are_listed_ = false;  // dates above the text: each of another article
};

// "Home » News » Fog closes port"
bool is_trail(std::string_view line);

inline constexpr std::size_t kRowsAbove = 60;          // the text, in which its headline may stand
inline constexpr std::size_t kRowsToCredit = 3;        // below a headline, above it, and into the text
inline constexpr double kPointsOfCredit = 2;           // below a headline
inline constexpr double kShareOfHeadline = 0.5;        // of what it says of the text
inline constexpr std::uint32_t kFewestOfHeadline = 4;  // words, where few rows stand above

}  // namespace backfile
