// Where in a copied text its article stands. The copy of a whole page has menus before it, and more of them behind.
//
// The text is the run of rows with the greatest sum, where running text counts its words and another row its words less
// kCostOfRow, at most nothing: maximum subsequence segmentation (Pasternack and Roth, "Extracting Article Text from the
// Web with Maximum Subsequence Segmentation", WWW 2009), by the ends of lines where that has tags.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/cleaning/head_credits.h"

namespace backfile {

struct Row;

// Rows, by their numbers.
struct ArticleExtent {
  bool has_menu = false;                // above the headline
  bool is_whole_page = false;           // a menu, or other rows than its own, stand above the headline
  std::optional<std::size_t> headline;  // above `begin`, or the same
  std::size_t begin = 0;                // of the text
  std::size_t end = 0;                  // behind its last row; of all rows where there is no menu
  HeadCredits credits;                  // between headline and text, and right above the headline
};

// Nothing where there is no running text, or nothing but that below the first row.
// `headline`: the article's, where it is known. `only_menus`: nothing too where no menu stands above.
std::optional<ArticleExtent> find_extent(const std::vector<Row>& rows, std::string_view headline, bool only_menus);

}  // namespace backfile
