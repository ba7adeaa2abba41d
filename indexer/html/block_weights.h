// How much of a page's running text is below each of its elements.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/html/blocks.h"

namespace backfile {

// The share of a block's bytes that stand in links, 0 to 1.
double link_share(const HtmlBlock& block);

// Is nearly all of it links?
bool is_link(const HtmlBlock& block);

// Refers to the tree and the blocks; any question costs a binary search.
class BlockWeights {
 public:
  // A block that is prose and not mostly links weighs its bytes outside of links, any other nothing.
  BlockWeights(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks);

  double of_block(std::size_t block) const { return weights_[block]; }
  double of_blocks(std::size_t begin, std::size_t end) const { return sums_[end] - sums_[begin]; }
  double below(NodeId node) const { return sums_[end_below(node)] - sums_[first_below(node)]; }
  double bytes_below(NodeId node) const { return bytes_[end_below(node)] - bytes_[first_below(node)]; }
  double links_below(NodeId node) const { return links_[end_below(node)] - links_[first_below(node)]; }

  // The blocks below a node: [first, end).
  std::size_t first_below(NodeId node) const;
  std::size_t end_below(NodeId node) const;

  // Blocks for which `outside` is true weigh nothing from now on.
  void leave_out(const std::vector<bool>& outside);

 private:
  void add_up();

  const HtmlTree* tree_;
  const std::vector<HtmlBlock>* blocks_;
  std::vector<double> weights_;
  std::vector<double> sums_;   // of weights, before each block
  std::vector<double> bytes_;  // of text, before each block
  std::vector<double> links_;  // of text in links, before each block
};

}  // namespace backfile
