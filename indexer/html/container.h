// The container: the element of a page that holds its article.
#pragma once

#include <vector>

#include "indexer/html/block_weights.h"

namespace backfile {

// Which nodes are furniture or captions, or below such (furniture.h). What holds much of the page's running text is
// none, whatever it is called.
std::vector<bool> furniture_nodes(const HtmlTree& tree, const BlockWeights& weights);

// What is called the body of an article, where that holds enough of the text; else, from the page inwards, the
// innermost element that keeps most of the weight of the one around it, made wider where what is around is running text
// too. `weights` without what is outside; boxes between the parts of a body come to be outside too.
NodeId find_container(const HtmlTree& tree, const BlockWeights& weights, std::vector<bool>& outside);

}  // namespace backfile
