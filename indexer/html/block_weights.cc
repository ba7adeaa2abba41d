#include "indexer/html/block_weights.h"

#include <algorithm>

#include "indexer/cleaning/sentence.h"

namespace backfile {
namespace {

constexpr std::size_t kLongText = 200;  // bytes; so much is prose even in scripts without spaces
constexpr double kMostLinks = 0.5;      // of what has a weight
constexpr double kLeastOfLink = 0.8;

double weight_of(const HtmlBlock& block) {
  const bool prose = block.kind != BlockKind::heading && (is_prose(block.text) || block.text.size() > kLongText);
  return prose && link_share(block) < kMostLinks ? static_cast<double>(block.text.size() - block.link_bytes) : 0;
}

}  // namespace

double link_share(const HtmlBlock& block) {
  return static_cast<double>(block.link_bytes) / static_cast<double>(block.text.size());
}

bool is_link(const HtmlBlock& block) { return link_share(block) > kLeastOfLink; }

BlockWeights::BlockWeights(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks)
    : tree_(&tree), blocks_(&blocks) {
  for (const HtmlBlock& block : *blocks_) weights_.push_back(weight_of(block));
  add_up();
}

void BlockWeights::add_up() {
  sums_.assign(1, 0);
  bytes_.assign(1, 0);
  links_.assign(1, 0);
  for (double weight : weights_) sums_.push_back(sums_.back() + weight);
  for (const HtmlBlock& block : *blocks_) {
    bytes_.push_back(bytes_.back() + static_cast<double>(block.text.size()));
    links_.push_back(links_.back() + static_cast<double>(block.link_bytes));
  }
}

std::size_t BlockWeights::first_below(NodeId node) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(*blocks_, node, {}, &HtmlBlock::first) - blocks_->begin());
}

std::size_t BlockWeights::end_below(NodeId node) const { return first_below((*tree_)[node].end); }

void BlockWeights::leave_out(const std::vector<bool>& outside) {
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    if (outside[i]) weights_[i] = 0;
  }
  add_up();
}

}  // namespace backfile
