// An HTML page as a tree: elements and texts in the order of the page, in one array; parts that are sent late stand
// where readers see them (streamed_parts.h), and a text that is shown when asked for is seen (hidden_text.h).
//
// A node's descendants are the nodes between it and its `end`, so that walking the tree is a loop and needs no stack,
// however deep it is. libxml2's parser reads the page as browsers would, nearly; it expands no entities but those of
// HTML, and a DOCTYPE defines none. What is beyond kMostNodes, kDeepest, or costs the parser too much, is not read.
// Comments, the text of styles, and attributes that nobody asks for are left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace backfile {

using NodeId = std::uint32_t;

struct HtmlNode {
  std::string_view name;    // "div", in small letters; empty: a text
  NodeId parent = 0;        // of the root, 0: itself
  NodeId end = 0;           // behind its last descendant
  std::uint32_t begin = 0;  // of a text: its bytes in the tree's text; of an element: its attributes
  std::uint32_t size = 0;
};

// Immutable once made. Node 0 is the root, above <html>; it is there even of an empty page.
class HtmlTree {
 public:
  static constexpr NodeId kMostNodes = 1'000'000;
  static constexpr int kDeepest = 1'000;

  // `page`: valid UTF-8 of less than 2 GB; what a page says about its character set is passed over.
  static HtmlTree parse(std::string_view page);

  HtmlTree(HtmlTree&&) = default;
  HtmlTree& operator=(HtmlTree&&) = default;

  NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
  const HtmlNode& operator[](NodeId node) const { return nodes_[node]; }
  bool is_text(NodeId node) const { return node != 0 && nodes_[node].name.empty(); }

  std::string_view text(NodeId node) const;
  // Empty where there is none, or an empty one. In small letters: "class", "href".
  std::string_view attribute(NodeId node, std::string_view name) const;
  bool has_attribute(NodeId node, std::string_view name) const;
  // All text below a node, white space as it stands.
  std::string text_below(NodeId node) const;

 private:
  friend class HtmlTreeBuilder;
  friend class PartPlacer;
  friend class TextShower;
  HtmlTree() = default;

  std::vector<HtmlNode> nodes_;
  std::string text_;
  std::vector<std::pair<std::string_view, std::string>> attributes_;
  std::deque<std::string> names_;  // what node names refer to
  std::unordered_map<std::string_view, std::string_view> name_of_;
};

}  // namespace backfile
