#include "indexer/html/article_region.h"

#include <algorithm>

#include "index/fold.h"

namespace backfile {
namespace {

constexpr std::size_t kRowsBefore = 4;      // the headline
constexpr std::size_t kMoreRowsBefore = 6;  // for markup
constexpr std::size_t kRowsBehind = 8;      // the body
constexpr std::size_t kRowsInBody = 3;      // its first

// The last row up to the beginning of the body that shows the headline; else the last heading of the page's highest
// level; else ten rows before the body.
std::size_t row_of_headline(const MainText& text, std::size_t body, const std::string& headline) {
  const std::string wanted = fold_label(headline);
  const std::size_t end = std::min(body + 3, text.blocks.size());
  for (std::size_t i = end; i-- > 0 && !wanted.empty();) {
    const std::string& line = text.blocks[i].text;
    if (line.size() <= headline.size() + 40 && fold_label(line) == wanted) return i;
  }
  for (std::size_t i = end; i-- > 0;) {
    if (text.blocks[i].level == 1) return i;
  }
  return body - std::min<std::size_t>(body, 10);
}

}  // namespace

ArticleRegion region_of_article(const HtmlTree& tree, const MainText& text, const std::string& headline) {
  ArticleRegion region;
  const std::size_t rows = text.blocks.size();
  const auto begin = text.roles.begin() + static_cast<std::ptrdiff_t>(std::min(text.begin, rows));
  auto first = std::find(begin, text.roles.end(), BlockRole::body);
  if (first == text.roles.end()) first = std::ranges::find(text.roles, BlockRole::body);
  const auto last = std::find(text.roles.rbegin(), text.roles.rend(), BlockRole::body);
  region.body = static_cast<std::size_t>(first - text.roles.begin());
  region.body_end = first == text.roles.end() ? rows : rows - static_cast<std::size_t>(last - text.roles.rbegin());
  region.headline = row_of_headline(text, region.body, headline);
  region.lead_end = std::min(region.body + kRowsInBody, rows);
  region.begin = region.headline - std::min(region.headline, kRowsBefore);
  region.end = std::min(region.body_end + kRowsBehind, rows);
  const std::size_t first_row = region.begin - std::min(region.begin, kMoreRowsBefore);
  region.first_node = first_row == 0 ? 0 : text.blocks[first_row - 1].first + 1;
  auto node_of = [&](std::size_t row) { return row == rows ? tree.size() : text.blocks[row].first; };
  region.headline_node = node_of(region.headline);
  region.body_node = node_of(region.body);
  region.lead_end_node = node_of(region.lead_end);
  region.end_node = node_of(region.end);
  return region;
}

}  // namespace backfile
