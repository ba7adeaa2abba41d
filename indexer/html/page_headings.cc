#include "indexer/html/page_headings.h"

#include <algorithm>

#include "indexer/cleaning/text_repair.h"
#include "indexer/html/blocks.h"
#include "indexer/html/title_words.h"

namespace backfile {
namespace {

constexpr std::size_t kMostHeadings = 10;
constexpr std::size_t kMostLooked = 500;
constexpr NodeId kMostNodes = 500;           // below a heading
constexpr std::size_t kShortestTwice = 30;   // bytes
constexpr std::size_t kRowsAbove = 25;       // from an <h1> to the text
constexpr std::size_t kRowsRightAbove = 10;  // from a lower heading
constexpr std::size_t kRowsInside = 3;       // of the text, which may hold its <h1>
constexpr std::size_t kFewestWords = 3;      // of a lower heading

std::string text_of(const HtmlTree& tree, NodeId heading) {
  std::string text;
  for (const HtmlBlock& block : blocks_of(tree, heading)) text += (text.empty() ? "" : " ") + block.text;
  while (text.ends_with("¶") || text.ends_with(' ')) text.resize(text.size() - (text.ends_with(' ') ? 1 : 2));
  // Some pages have it twice, for two widths of screen.
  const std::size_t half = text.size() / 2;
  const bool twice = text.size() > kShortestTwice && text[half] == ' ' && text.substr(0, half) == text.substr(half + 1);
  return twice ? text.substr(0, half) : text;
}

// "/", "https://echo.example/"
bool is_front_page(std::string_view address) {
  const std::size_t host = address.find("://");
  if (host != std::string_view::npos) address.remove_prefix(std::min(address.find('/', host + 3), address.size()));
  return address == "/" || address == "./" || (host != std::string_view::npos && address.empty());
}

bool links_to_front_page(const HtmlTree& tree, NodeId heading) {
  for (NodeId id = heading + 1; id < tree[heading].end; ++id) {
    if (tree[id].name == "a") return is_front_page(tree.attribute(id, "href"));
  }
  const NodeId around = tree[heading].parent;
  return tree[around].name == "a" && is_front_page(tree.attribute(around, "href"));
}

// <h1><span>Weather</span> Fog closes harbour</h1>
std::string kicker_of(const HtmlTree& tree, NodeId heading) {
  for (NodeId id = heading + 1; id < tree[heading].end; ++id) {
    if (tree.is_text(id)) {
      if (clean_value(tree.text(id)).empty()) continue;
      return {};
    }
    if (tree[id].parent == heading) return clean_value(tree.text_below(id));
  }
  return {};
}

void add(const std::string& text, std::vector<std::string>& headings) {
  const bool known = std::ranges::find(headings, text) != headings.end();
  if (!text.empty() && !known && headings.size() < kMostHeadings) headings.push_back(text);
}

}  // namespace

PageHeadings headings_of(const HtmlTree& tree) {
  PageHeadings headings;
  std::size_t seen = 0;
  for (NodeId id = 1; id < tree.size(); ++id) {
    const std::string_view name = tree[id].name;
    const bool first = name == "h1";
    if ((!first && name != "h2" && name != "h3") || tree[id].end - id > kMostNodes) continue;
    if (++seen > kMostLooked) break;
    const std::string text = text_of(tree, id);
    if (first && links_to_front_page(tree, id)) {
      if (headings.site.empty()) headings.site = text;
    } else {
      add(text, first ? headings.first : headings.lower);
      if (first) add(kicker_of(tree, id), headings.kickers);
    }
  }
  return headings;
}

std::string heading_of_text(const MainText& text, const std::string& site) {
  std::size_t first = 0;  // row of text
  while (first < text.blocks.size() && (text.roles[first] != BlockRole::body || text.blocks[first].level > 0)) ++first;
  if (first == text.blocks.size()) return {};
  const HtmlBlock* lower = nullptr;
  const std::size_t last = first - std::min(first, kRowsAbove);
  for (std::size_t row = std::min(first + kRowsInside, text.blocks.size()); row-- > last;) {
    const HtmlBlock& block = text.blocks[row];
    if (block.level == 0 || block.level > 3 || block.text == site) continue;
    if (row > first && text.roles[row] != BlockRole::body) continue;
    if (block.level == 1) return block.text;
    const bool right_above = row < first && first - row <= kRowsRightAbove && words_in(block.text) >= kFewestWords;
    if (right_above && (lower == nullptr || block.level < lower->level)) lower = &block;
  }
  return lower == nullptr ? std::string() : lower->text;
}

}  // namespace backfile
