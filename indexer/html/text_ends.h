// Where the text of an article ends: what stands behind it, and in boxes inside of it, is not of it.
//
// A phrase of the list (cleaning/boilerplate_list.h) opens such a section: to the end of the text where little is left,
// to the end of the box that it heads, or to the next heading like it. A list of other articles ends a text without any
// phrase, and so do the buttons and labels behind the last paragraph.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/html/block_weights.h"
#include "indexer/html/main_text.h"

namespace backfile {

inline constexpr std::size_t kShortestTeaserLink = 15;  // bytes; shorter ones are buttons

struct BlockRange {  // of MainText::blocks
  std::size_t begin = 0;
  std::size_t end = 0;
};

// `kinds`: one of each block.
void drop_ends(const HtmlTree& tree, const BlockWeights& weights, const std::vector<BoilerplateKinds>& kinds,
               BlockRange range, MainText& text);

}  // namespace backfile
