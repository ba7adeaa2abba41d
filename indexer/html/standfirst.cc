#include "indexer/html/standfirst.h"

#include <algorithm>

#include "index/fold.h"
#include "indexer/cleaning/byline_marks.h"
#include "indexer/cleaning/credit_line.h"
#include "indexer/cleaning/date_line.h"
#include "indexer/cleaning/sentence.h"
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
constexpr std::size_t kRowsBelowHeadline = 6;  // in which a line without a name may be one
constexpr int kFewestSpaces = 7;               // in such a line that is no sentence
constexpr std::uint32_t kFewestWords = 4;      // of a sentence
constexpr std::size_t kLongestNote = 100;      // bytes: "Last updated on 3 March 2025."
constexpr std::size_t kFewestEntries = 2;      // of a list without a name

bool is_called_standfirst(const HtmlTree& tree, NodeId node, const ArticleRegion& region) {
  for (int steps = 0; node != 0 && steps < kMostAncestors; ++steps, node = tree[node].parent) {
    if (is_caption(tree, node) || node < region.headline_node || tree[node].end > region.end_node) return false;
    const std::string names = " " + names_of_element(tree, node) + " ";
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
                          "article-desc ",
                          "article--desc ",
                          "second-title",
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

// A sentence, or a long line that tells no day and credits nobody.
bool tells_something(const std::string& line) {
  const bool credit = behind_byline_mark(line, BylineText::line).has_value();
  if (is_prose(line) && is_prose(line, kFewestWords)) {
    const bool note = line.size() <= kLongestNote && has_digits(line) && (credit || says_updated(fold(line)));
    return !note;
  }
  return std::ranges::count(line, ' ') >= kFewestSpaces && !line.ends_with(':') && !has_digits(line) && !credit;
}

// Does the block stand beside the headline: is the element around both near, and what lies between it and the block no
// furniture? The head of a page may be around both, or around the line alone.
bool is_beside_headline(const HtmlTree& tree, const HtmlBlock& block, const HtmlBlock& headline) {
  NodeId node = block.node;
  for (int steps = 0; node != 0 && steps <= kMostAncestors; ++steps, node = tree[node].parent) {
    if (node <= headline.node && headline.node < tree[node].end) return steps > 0;
    if (is_caption(tree, node)) return false;
    if (tree[node].name != "header" && furniture_of(tree, node) != Furniture::none) return false;
  }
  return false;
}

// A line below the headline that is not called anything.
bool is_lead(const HtmlTree& tree, const MainText& text, std::size_t i, const ArticleRegion& region) {
  const HtmlBlock& block = text.blocks[i];
  const HtmlBlock& headline = text.blocks[region.headline];
  if (i >= region.body || i > region.headline + kRowsBelowHeadline || headline.level == 0) return false;
  if (text.roles[i] == BlockRole::body || text.phrases[i] || block.kind == BlockKind::row) return false;
  return is_beside_headline(tree, block, headline) && tells_something(block.text);
}

// A full stop at the end is no difference.
std::string said_by(const std::string& line) {
  std::string said = fold_label(line);
  if (said.ends_with('.') && !said.ends_with("..")) said.pop_back();
  if (said.ends_with("。")) said.resize(said.size() - 3);
  return said;
}

bool says_the_same(const std::string& line, const std::string& description) {
  const std::string said = said_by(line);
  std::string told = said_by(description);
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

// Entries of a list between headline and text that is not called anything.
std::vector<std::size_t> rows_of_bullets(const HtmlTree& tree, const MainText& text, const ArticleRegion& region) {
  std::vector<std::size_t> rows;
  const std::size_t end = std::min(region.headline + kRowsOfHead, region.body);
  for (std::size_t i = region.headline + 1; i < end && rows.size() < kMostStandfirstRows; ++i) {
    const HtmlBlock& block = text.blocks[i];
    const bool entry =
        block.kind == BlockKind::item && block.text.size() >= kShortest && link_share(block) <= kMostLinks;
    const bool beside = entry && !text.phrases[i] && !read_credit_line(block.text) &&
                        is_beside_headline(tree, block, text.blocks[region.headline]);
    if (beside && !is_beside_article(tree, block.node, region)) rows.push_back(i);
  }
  if (rows.size() < kFewestEntries) rows.clear();
  return rows;
}

}  // namespace

std::vector<std::size_t> rows_of_standfirst(const HtmlTree& tree, const MainText& text, const ArticleRegion& region,
                                            const std::vector<std::string>& descriptions) {
  std::vector<std::size_t> rows;
  for (std::size_t i = region.headline + 1; i < std::min(region.headline + kRowsOfHead, region.body_end); ++i) {
    const HtmlBlock& block = text.blocks[i];
    if (rows.size() < kMostStandfirstRows && is_called_highlight(tree, block)) rows.push_back(i);
  }
  if (rows.empty()) rows = rows_of_bullets(tree, text, region);
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
    if (is_described || is_called_standfirst(tree, block.node, region) || is_lead(tree, text, i, region))
      rows.push_back(i);
  }
  return rows;
}

}  // namespace backfile
