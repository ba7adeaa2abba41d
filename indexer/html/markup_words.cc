#include "indexer/html/markup_words.h"

#include <algorithm>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/html/blocks.h"
#include "indexer/html/credit_of_block.h"
#include "indexer/html/elements.h"
#include "indexer/html/title_words.h"

namespace backfile {
namespace {

constexpr NodeId kMostNodes = 200;  // below an element that says one thing
constexpr int kMostAncestors = 20;
constexpr NodeId kMostNodesOfNote = 40;  // of an <aside> that is a note to the article, not a side bar
constexpr NodeId kMostNodesOfLine = 1000;
constexpr NodeId kFarthestText = 12;  // nodes

bool is_cut(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Names of some styles hold measures: "mr-[--sidebar-width]". They say nothing of their element.
std::string without_measures(const std::string& names) {
  if (names.find('[') == std::string::npos) return names;
  std::string out;
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find(' ', begin), names.size());
    const std::string_view one(names.data() + begin, end - begin);
    if (one.find('[') == std::string_view::npos) out.append(one) += ' ';
    begin = end + 1;
  }
  return out;
}

// Do names of an element speak of comments or of lists of other articles? Counts of comments stand in heads.
bool calls_others(std::string_view names, bool in_head) {
  const bool of_head = in_head && has_piece(names, {"author", "byline", "firma", "meta"});
  if (!of_head && has_piece(names, {"comment", "coment", "kommentar"})) return true;
  return has_piece(names, {"disqus", "related", "recommend", "most-read", "mostread", "popular", "trending", "latest",
                           "ticker", "more-stories", "more-news", "more-articles"});
}

// One that names a writer says how.
std::size_t words_of_link(const HtmlTree& tree, NodeId link) {
  if (tree[link].end - link > kMostNodes || has_word(small_attribute(tree, link, "rel"), "author")) return 0;
  return words_in(clean_value(tree.text_below(link)));
}

// What an attribute says, or the first block of what is shown.
HtmlBlock value_block(const HtmlTree& tree, NodeId node) {
  HtmlBlock said;
  if (tree[node].end - node > kMostNodes) return said;
  for (std::string_view attribute : {"content", "datetime"}) {
    said.text = clean_value(tree.attribute(node, attribute));
    if (!said.text.empty()) return said;
  }
  std::vector<HtmlBlock> blocks = blocks_of(tree, node);
  return blocks.empty() || blocks.size() > 6 ? said : std::move(blocks[0]);
}

}  // namespace

std::string small_attribute(const HtmlTree& tree, NodeId node, std::string_view attribute) {
  std::string out(tree.attribute(node, attribute).substr(0, 300));
  for (char& c : out) {
    c = ascii_small(c);
    if (c == '_') c = '-';
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return without_measures(out);
}

std::string names_of_element(const HtmlTree& tree, NodeId node) {
  std::string names;
  for (std::string_view attribute : {"class", "id", "data-testid"}) {
    if (!tree.attribute(node, attribute).empty()) names += small_attribute(tree, node, attribute) + " ";
  }
  return names;
}

bool has_word(std::string_view words, std::string_view wanted) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (words.substr(begin, end - begin) == wanted) return true;
    begin = end + 1;
  }
  return false;
}

bool has_piece(std::string_view names, std::initializer_list<std::string_view> pieces) {
  return std::ranges::any_of(pieces,
                             [&](std::string_view piece) { return names.find(piece) != std::string_view::npos; });
}

bool is_beside_article(const HtmlTree& tree, NodeId node, const ArticleRegion& region) {
  const bool in_head = region.is_below_headline(node) && region.is_above_body(node);
  for (int steps = 0; node != 0 && steps < kMostAncestors; ++steps, node = tree[node].parent) {
    if (node <= region.body_node && region.body_node < tree[node].end) return false;
    const std::string_view name = tree[node].name;
    if (name == "nav" || (name == "aside" && tree[node].end - node > kMostNodesOfNote)) return true;
    if (name == "footer" && !region.holds(node)) return true;
    const std::string names = names_of_element(tree, node);
    if (calls_others(names, in_head) || has_piece(names, {"sidebar", "teaser", "testimonial", "widget-area"})) {
      return true;
    }
    const bool of_writer = has_piece(names, {"author", "byline", "bio", "contributor", "writer", "vcard"});
    if (!of_writer && !in_head && has_piece(names, {"card"})) return true;
  }
  return false;
}

bool is_among_others(const HtmlTree& tree, NodeId node, const ArticleRegion& region) {
  const bool in_head = region.is_below_headline(node) && region.is_above_body(node);
  for (int steps = 0; node != 0 && steps < kMostAncestors; ++steps, node = tree[node].parent) {
    if (node <= region.body_node && region.body_node < tree[node].end) return false;
    if (calls_others(names_of_element(tree, node), in_head)) return true;
  }
  return false;
}

bool is_beside_headline(const HtmlTree& tree, NodeId node, const ArticleRegion& region) {
  const bool behind = node >= region.body_node;
  for (int steps = 0; node != 0 && steps < kMostAncestors; ++steps, node = tree[node].parent) {
    if (node <= region.headline_node && region.headline_node < tree[node].end) return false;
    if (node <= region.body_node && region.body_node < tree[node].end) return false;
    const std::string_view name = tree[node].name;
    const bool entry = name == "li" || name == "aside" || name == "tr" || name == "article";
    if (!entry && !(behind && (name == "p" || name == "div" || name == "section"))) continue;
    for (NodeId id = node + 1; id < tree[node].end; ++id) {
      if (tree[id].name == "a" && words_of_link(tree, id) >= (behind ? 3 : 4)) return true;
      const bool headed = heading_level(tree[id].name) > 0;
      if (headed) id = tree[id].end - 1;
      if (!entry && !headed && !clean_value(tree.text(id)).empty()) return false;  // a line begins with it
    }
    return false;
  }
  return false;
}

std::string value_of_element(const HtmlTree& tree, NodeId node) { return value_block(tree, node).text; }

std::string credit_of_element(const HtmlTree& tree, NodeId node) {
  return std::string(credit_of_block(value_block(tree, node)));
}

bool is_short_line(const HtmlTree& tree, NodeId node, std::size_t most) {
  std::size_t bytes = 0;
  const NodeId last = std::min(tree[node].end, node + kMostNodesOfLine);
  for (NodeId id = node; id < last && bytes <= most; ++id) {
    for (char c : tree.text(id)) {
      bytes += c != ' ' && c != '\n' && c != '\t' && c != '\r';
      if (bytes > most) return false;
    }
  }
  return last == tree[node].end;
}

std::string text_before(const HtmlTree& tree, NodeId node, NodeId from) {
  for (NodeId steps = 1; steps <= kFarthestText && steps < node && node - steps >= from; ++steps) {
    std::string_view text = tree.text(node - steps);
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos) continue;
    text = text.substr(0, last + 1);
    std::size_t begin = text.size() - std::min<std::size_t>(text.size(), 60);
    while (begin < text.size() && is_cut(text[begin])) ++begin;
    return fold_label(text.substr(begin));
  }
  return {};
}

}  // namespace backfile
