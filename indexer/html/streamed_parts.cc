#include "indexer/html/streamed_parts.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace backfile {

// Writes the tree's nodes anew in their shown order.
class PartPlacer {
 public:
  explicit PartPlacer(HtmlTree& tree) : tree_(tree) {}

  void place() {
    if (!find_parts()) return;
    for (const auto& [number, part] : parts_) show(part);
    read_scripts();
    find_places();
    if (part_of_.empty()) return;
    walk();
    if (order_.size() + left_out_ == tree_.size()) rewrite();
  }

 private:
  // The n of "S:n".
  static std::string_view number_of(std::string_view id, char kind) {
    return id.size() > 2 && id[0] == kind && id[1] == ':' ? id.substr(2) : std::string_view();
  }

  bool find_parts() {
    for (NodeId id = 1; id < tree_.size(); ++id) {
      if (tree_[id].name != "div" || !tree_.has_attribute(id, "hidden")) continue;
      const std::string_view number = number_of(tree_.attribute(id, "id"), 'S');
      if (!number.empty()) parts_.emplace(number, id);
    }
    return !parts_.empty();
  }

  void show(NodeId part) {
    const HtmlNode& node = tree_[part];
    for (std::uint32_t i = node.begin; i < node.begin + node.size; ++i) {
      if (tree_.attributes_[i].first == "hidden") tree_.attributes_[i].first = {};
    }
  }

  // $RC("B:1","S:2"): part 2 takes the place of template B:1. That of P:n is always part n.
  void read_scripts() {
    constexpr std::string_view kBetween = "\",\"S:";
    for (NodeId id = 1; id < tree_.size(); ++id) {
      const std::string_view script = tree_.text(id);
      for (std::size_t at = script.find("\"B:"); at != std::string_view::npos; at = script.find("\"B:", at + 1)) {
        const std::size_t end = script.find('"', at + 1);
        if (end == std::string_view::npos || script.substr(end, kBetween.size()) != kBetween) continue;
        const std::size_t number = end + kBetween.size();
        numbers_.emplace(script.substr(at + 1, end - at - 1), script.substr(number, script.find('"', number) - number));
      }
    }
  }

  std::string number_of_place(std::string_view name) const {
    const auto told = numbers_.find(std::string(name));
    if (told != numbers_.end()) return told->second;
    return std::string(number_of(name, 'B')) + std::string(number_of(name, 'P'));
  }

  void find_places() {
    for (NodeId id = 1; id < tree_.size(); ++id) {
      if (tree_[id].name != "template") continue;
      const auto part = parts_.find(number_of_place(tree_.attribute(id, "id")));
      if (part == parts_.end() || place_of_.contains(part->second)) continue;
      part_of_.emplace(id, part->second);
      place_of_.emplace(part->second, id);
    }
  }

  void walk() {
    std::vector<std::pair<NodeId, NodeId>> ranges{{0, tree_.size()}};
    while (!ranges.empty()) {
      auto& [id, end] = ranges.back();
      if (id == end) {
        ranges.pop_back();
        continue;
      }
      const NodeId now = id;
      const auto part = part_of_.find(now);
      if (part != part_of_.end()) {
        left_out_ += tree_[now].end - now;
        id = tree_[now].end;
        order_.push_back(part->second);
        ranges.emplace_back(part->second + 1, tree_[part->second].end);
      } else if (place_of_.contains(now)) {
        id = tree_[now].end;
      } else {
        order_.push_back(now);
        ++id;
      }
    }
  }

  NodeId parent_of(NodeId id) const {
    const auto place = place_of_.find(id);
    return tree_[place == place_of_.end() ? id : place->second].parent;
  }

  void rewrite() {
    std::vector<NodeId> moved(tree_.size());
    for (NodeId id = 0; id < order_.size(); ++id) moved[order_[id]] = id;
    std::vector<HtmlNode> nodes;
    std::vector<int> depths;
    for (NodeId id : order_) {
      nodes.push_back(tree_[id]);
      nodes.back().parent = moved[parent_of(id)];
      nodes.back().end = static_cast<NodeId>(nodes.size());
      depths.push_back(depths.empty() ? 0 : depths[nodes.back().parent] + 1);
      if (depths.back() > HtmlTree::kDeepest) return;
    }
    for (NodeId id = static_cast<NodeId>(nodes.size()); id-- > 1;) {
      HtmlNode& parent = nodes[nodes[id].parent];
      parent.end = std::max(parent.end, nodes[id].end);
    }
    tree_.nodes_ = std::move(nodes);
  }

  HtmlTree& tree_;
  std::unordered_map<std::string, NodeId> parts_;         // by their n
  std::unordered_map<std::string, std::string> numbers_;  // of the parts that scripts put in place of "B:1"
  std::unordered_map<NodeId, NodeId> part_of_;            // of a template
  std::unordered_map<NodeId, NodeId> place_of_;           // of a part: its template
  std::vector<NodeId> order_;
  std::size_t left_out_ = 0;  // nodes of templates
};

void place_streamed_parts(HtmlTree& tree) { PartPlacer(tree).place(); }

}  // namespace backfile
