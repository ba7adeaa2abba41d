#include "indexer/html/container.h"

#include <algorithm>

#include "indexer/html/furniture.h"

namespace backfile {
namespace {

// Shares of a page's weight, chosen on one half of two public sets of pages whose text is known (docs/benchmarks.md).
constexpr double kMostOfStrong = 0.8;      // furniture by its element
constexpr double kMostOfSure = 0.5;        // by a name that leaves little doubt
constexpr double kMostOfWeak = 0.2;        // furniture by its name
constexpr double kMostOfLinked = 0.4;      // the same, of which more than kManyLinks is links
constexpr double kManyLinks = 0.3;         // of its bytes
constexpr double kLeastOfCalled = 0.4;     // all that is called a body
constexpr double kLeastOfPart = 0.1;       // each that is
constexpr double kLeastOfInner = 0.8;      // of the element around it
constexpr double kLeastProseAround = 0.6;  // of the bytes that a wider element adds

// A small part of a body counts where it is called just as a large one is.
bool is_called_alike(const HtmlTree& tree, NodeId one, NodeId other) {
  const std::string_view name = tree.attribute(other, "class");
  return !name.empty() && tree[one].name == tree[other].name && tree.attribute(one, "class") == name;
}

bool is_linked(const BlockWeights& weights, NodeId id) {
  return weights.links_below(id) > kManyLinks * weights.bytes_below(id);
}

// Boxes of links between the parts of a body that stand beside each other are not of it.
void leave_out_between(const HtmlTree& tree, const BlockWeights& weights, NodeId first, NodeId last,
                       std::vector<bool>& outside) {
  for (NodeId id = first; id < last; id = tree[id].end) {
    const bool box = tree[id].name == "div" || tree[id].name == "section";
    if (box && is_linked(weights, id) && !is_called_body(tree, id))
      std::fill(outside.begin() + id, outside.begin() + tree[id].end, true);
  }
}

// What holds all that is called the body of an article; 0 where that is little of the text.
NodeId find_called(const HtmlTree& tree, const BlockWeights& weights, std::vector<bool>& outside) {
  const double all = weights.below(0);
  NodeId first = 0;
  NodeId last = 0;
  double called = 0;
  for (NodeId id = 1; id < tree.size();) {
    const bool fits =
        !tree.is_text(id) && !outside[id] && is_called_body(tree, id) && weights.below(id) > kLeastOfPart * all;
    if (fits) {
      called += weights.below(id);
      if (first == 0) first = id;
      last = id;
    }
    id = fits ? tree[id].end : id + 1;
  }
  if (called < kLeastOfCalled * all) return 0;
  for (NodeId id = 1, large = first; id < tree.size(); ++id) {
    if (tree.is_text(id) || weights.below(id) == 0 || !is_called_alike(tree, id, large)) continue;
    if (tree[id].parent != tree[large].parent) continue;
    first = std::min(first, id);
    last = std::max(last, id);
  }
  const bool beside = first != last && tree[first].parent == tree[last].parent;
  if (beside && is_called_alike(tree, first, last)) leave_out_between(tree, weights, first, last, outside);
  while (tree[first].end <= last) first = tree[first].parent;
  return first;
}

// The child that holds most of the weight of `node`; 0 where none does.
NodeId heavy_child(const HtmlTree& tree, const BlockWeights& weights, NodeId node) {
  double most = kLeastOfInner * weights.below(node);
  NodeId best = 0;
  for (NodeId id = node + 1; id < tree[node].end; id = tree[id].end) {
    if (tree.is_text(id) || weights.below(id) <= most) continue;
    most = weights.below(id);
    best = id;
  }
  return best;
}

NodeId widened(const HtmlTree& tree, const BlockWeights& weights, NodeId node) {
  NodeId wide = node;
  for (NodeId up = node; up != 0;) {
    up = tree[up].parent;
    const double weight = weights.below(up) - weights.below(wide);
    const double bytes = weights.bytes_below(up) - weights.bytes_below(wide);
    if (weight > 0 && weight >= kLeastProseAround * bytes) wide = up;
  }
  return wide;
}

// The share of the page's weight that an element may hold and be furniture.
double most_of(Furniture kind, const BlockWeights& weights, NodeId id) {
  if (kind == Furniture::strong) return kMostOfStrong;
  if (kind == Furniture::sure) return kMostOfSure;
  return is_linked(weights, id) ? kMostOfLinked : kMostOfWeak;
}

}  // namespace

std::vector<bool> furniture_nodes(const HtmlTree& tree, const BlockWeights& weights) {
  std::vector<bool> outside(tree.size());
  const double all = weights.below(0);
  for (NodeId id = 1; id < tree.size(); ++id) {
    if (outside[tree[id].parent]) {
      outside[id] = true;
    } else if (!tree.is_text(id)) {
      const Furniture kind = furniture_of(tree, id);
      outside[id] =
          (kind != Furniture::none || is_caption(tree, id)) && weights.below(id) <= most_of(kind, weights, id) * all;
    }
  }
  return outside;
}

NodeId find_container(const HtmlTree& tree, const BlockWeights& weights, std::vector<bool>& outside) {
  NodeId at = find_called(tree, weights, outside);
  if (at != 0) return at;
  while (tree[at].name != "article") {
    const NodeId inner = heavy_child(tree, weights, at);
    if (inner == 0) return widened(tree, weights, at);
    at = inner;
  }
  return at;
}

}  // namespace backfile
