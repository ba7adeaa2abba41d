#include "indexer/html/hidden_text.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "index/character.h"
#include "indexer/cleaning/sentence.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/html/furniture.h"

namespace backfile {
namespace {

constexpr std::size_t kShortestParagraph = 80;  // bytes
constexpr std::size_t kLongestParagraph = 20'000;
constexpr std::size_t kFewestParagraphs = 2;  // before the hidden rest, and in it
constexpr double kMostLinks = 0.3;            // of its bytes
constexpr int kMostRests = 10;                // that are compared: hostile pages must not make this take long

bool is_box(std::string_view name) { return name == "div" || name == "section"; }

// Words of names of what comes up over a page, or is one of several things of which a page shows one.
bool is_called_otherwise(const HtmlTree& tree, NodeId node) {
  std::string names = " ";
  for (std::string_view attribute : {"class", "id", "data-testid", "role"})
    names += ascii_lowered(tree.attribute(node, attribute).substr(0, 300)) + " ";
  const bool is_wall = names.find("paywall") != std::string::npos || names.find("subscri") != std::string::npos;
  for (std::string_view piece : {"modal", "popup", "pop-up", "dialog", "overlay", "form", "tab-", "-tab", " tab",
                                 "slide", "template", "encrypt", "print", "translat", "lang", "offer"}) {
    if (names.find(piece) != std::string::npos) return true;
  }
  return !is_wall && furniture_by_name(tree, node) != Furniture::none;
}

bool is_of_no_text(std::string_view name) {
  constexpr std::string_view kNames[] = {"h1",   "article", "form",  "input",  "textarea", "select",
                                         "main", "dialog",  "aside", "header", "footer",   "nav"};
  return std::ranges::find(kNames, name) != std::ranges::end(kNames);
}

}  // namespace

class TextShower {
 public:
  explicit TextShower(HtmlTree& tree) : tree_(tree) {}

  void show_all() {
    for (NodeId id = 1; id < tree_.size();) {
      if (tree_.is_text(id) || !is_hidden(tree_, id)) {
        ++id;
        continue;
      }
      if (is_box(tree_[id].name) && is_rest(id)) show(id);
      id = tree_[id].end;
    }
  }

 private:
  using Paragraphs = std::unordered_set<std::string>;

  // Adds the paragraph, where it is one of running text.
  void add_paragraph(NodeId id, Paragraphs& paragraphs) const {
    if (tree_[id].name != "p") return;
    std::string text = tree_.text_below(id);
    if (text.size() < kShortestParagraph || text.size() > kLongestParagraph) return;
    text = clean_value(text);
    if (is_prose(text)) paragraphs.insert(std::move(text));
  }

  void add_children(NodeId node, Paragraphs& paragraphs) const {
    for (NodeId id = node + 1; id < tree_[node].end; id = tree_[id].end) add_paragraph(id, paragraphs);
  }

  bool is_rest(NodeId node) {
    if (tree_.has_attribute(node, "lang") || is_called_otherwise(tree_, node)) return false;
    double links = 0;
    for (NodeId id = node + 1; id < tree_[node].end;) {
      if (is_of_no_text(tree_[id].name)) return false;
      const bool link = tree_[id].name == "a";
      if (link) links += static_cast<double>(tree_.text_below(id).size());
      id = link ? tree_[id].end : id + 1;
    }
    if (links >= kMostLinks * static_cast<double>(tree_.text_below(node).size())) return false;
    Paragraphs hidden;
    add_children(node, hidden);
    return hidden.size() >= kFewestParagraphs && ++compared_ <= kMostRests && continues(node, hidden);
  }

  // Do paragraphs that are shown stand beside the node, all before it, and none of them in it again?
  bool continues(NodeId node, const Paragraphs& hidden) const {
    Paragraphs before;
    Paragraphs behind;
    const NodeId parent = tree_[node].parent;
    for (NodeId id = parent + 1; id < tree_[parent].end; id = tree_[id].end) {
      if (tree_.is_text(id) || is_hidden(tree_, id)) continue;
      const bool is_before = id < node;  // there also where it is called a preview for subscribers
      add_paragraph(id, is_before ? before : behind);
      const bool fits =
          is_box(tree_[id].name) && furniture_of(tree_, id) <= (is_before ? Furniture::weak : Furniture::none);
      if (fits) add_children(id, is_before ? before : behind);
    }
    const bool again = std::ranges::any_of(hidden, [&](const std::string& one) { return before.contains(one); });
    return before.size() >= kFewestParagraphs && behind.empty() && !again;
  }

  void show(NodeId node) {
    for (std::uint32_t i = tree_[node].begin; i < tree_[node].begin + tree_[node].size; ++i) {
      auto& name = tree_.attributes_[i].first;
      if (name == "hidden" || name == "style" || name == "aria-hidden") name = {};
    }
  }

  HtmlTree& tree_;
  int compared_ = 0;  // with what is shown
};

bool is_hidden(const HtmlTree& tree, NodeId node) {
  if (tree.has_attribute(node, "hidden")) return true;
  std::string style;
  for (char c : tree.attribute(node, "style")) {
    if (c != ' ') style += ascii_small(c);
  }
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

void show_collapsed_text(HtmlTree& tree) { TextShower(tree).show_all(); }

}  // namespace backfile
