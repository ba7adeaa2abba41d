#include "indexer/html/standfirst.h"

#include <algorithm>

#include "index/fold.h"
#include "indexer/html/block_weights.h"
#include "indexer/html/furniture.h"
#include "indexer/html/markup_words.h"

namespace backfile {
namespace {

constexpr std::size_t kShortest = 25;  // bytes
constexpr std::size_t kLongest = 600;
constexpr std::size_t kShortestPiece = 30;  // of a description that is cut short
constexpr std::size_t kRowsOfBody = 2;      // its first, which may be a standfirst by their names
constexpr std::size_t kMostLines = 3;
constexpr std::size_t kRowsOfHead = 40;  // in which highlights are looked for
constexpr double kMostLinks = 0.5;
constexpr int kMostAncestors = 3;

bool is_called_standfirst(const HtmlTree& tree, NodeId node, const ArticleRegion& region) {
  for (int steps = 0; node != 0 && steps < kMostAncestors; ++steps, node = tree[node].parent) {
    if (is_caption(tree, node) || node < region.headline_node || tree[node].end > region.end_node) return false;
    const std::string names = " " + small_attribute(tree, node, "class") + " ";
    if (has_piece(names, {"modal", "follow", "signup", "sign-up", "newsletter", "subscri"})) return false;
    if (has_piece(names, {"standfirst",
                          "-dek ",
                          "dek-",
                          " dek ",
                          " deck ",
                          "-deck ",
                          "subheadline",
                          "sub-headline",
                          "subtitle",
                          "sub-title",
                          "article-summary",
                          "article--summary",
                          "articlesummary",
                          "post-summary",
                          "story-summary",
                          "article-subhead",
                          "post-excerpt",
                          "hero--excerpt",
                          "chapo",
                          "chapeau",
                          "vorspann",
                          "entradilla",
                          "ingress",
                          "manchet",
                          "sommario",
                          "article-lead ",
                          "article--lead ",
                          "article-standfirst"})) {
      return true;
    }
  }
  return false;
}

// An entry of a list that is called the highlights of a story.
bool is_called_highlight(const HtmlTree& tree, const HtmlBlock& block) {
  if (block.kind != BlockKind::item) return false;
  NodeId node = block.node;
  for (int steps = 0; node != 0 && steps < kMostAncestors; ++steps, node = tree[node].parent) {
    const std::string names = std::string(tree[node].name) + " " + small_attribute(tree, node, "class");
    if (has_piece(names, {"story-highlight", "storyhighlight", "article-highlight", "highlights-list", "key-points",
                          "keypoints"})) {
      return true;
    }
  }
  return false;
}

bool says_the_same(const std::string& line, const std::string& description) {
  const std::string said = fold_label(line);
  std::string told = fold_label(description);
  if (said == told) return true;
  bool is_cut = false;
  for (std::string_view end : {"...", "[...]", "…"}) {
    if (!told.ends_with(end)) continue;
    told.resize(told.size() - end.size());
    is_cut = true;
  }
  while (told.ends_with(' ')) told.pop_back();
  return is_cut && told.size() >= kShortestPiece && said.starts_with(told);
}

}  // namespace

std::vector<std::size_t> rows_of_standfirst(const HtmlTree& tree, const MainText& text, const ArticleRegion& region,
                                            const std::vector<std::string>& descriptions) {
  std::vector<std::size_t> rows;
  for (std::size_t i = region.headline + 1; i < std::min(region.headline + kRowsOfHead, region.body_end); ++i) {
    const HtmlBlock& block = text.blocks[i];
    if (rows.size() < kMostStandfirstRows && is_called_highlight(tree, block)) rows.push_back(i);
  }
  if (!rows.empty()) return rows;
  const std::size_t end = std::min(region.body + kRowsOfBody, region.body_end);
  for (std::size_t i = region.headline + 1; i < end && rows.size() < kMostLines; ++i) {
    const HtmlBlock& block = text.blocks[i];
    const bool is_line = block.text.size() >= kShortest && block.text.size() <= kLongest && block.level != 1 &&
                         link_share(block) <= kMostLinks;
    if (!is_line || is_beside_article(tree, block.node, region)) continue;
    const bool is_described =
        (i < region.body || block.level > 1) && std::ranges::any_of(descriptions, [&](const std::string& description) {
          return says_the_same(block.text, description);
        });
    if (is_described || is_called_standfirst(tree, block.node, region)) rows.push_back(i);
  }
  return rows;
}

}  // namespace backfile
