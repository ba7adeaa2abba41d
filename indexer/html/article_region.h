// Where on a page its article is, as far as readers look for its writers and its date: from a few lines before the
// headline to a few behind the text.
#pragma once

#include <cstddef>
#include <string>

#include "indexer/html/main_text.h"

namespace backfile {

struct ArticleRegion {
  // Rows: indexes of MainText::blocks.
  std::size_t begin = 0;     // of the region
  std::size_t headline = 0;  // the row that shows it, or where it would be
  std::size_t body = 0;      // the first row of the body, and behind its last; without one both are the number of rows
  std::size_t body_end = 0;
  std::size_t lead_end = 0;  // behind the body's first rows, which may be credits
  std::size_t end = 0;
  // The same as nodes of the tree; the first some rows before `begin`, for what the markup calls by its name.
  NodeId first_node = 0;
  NodeId headline_node = 0;
  NodeId body_node = 0;
  NodeId lead_end_node = 0;
  NodeId end_node = 0;

  bool holds(NodeId node) const { return node >= first_node && node < end_node; }
  // From the headline to the first rows of the body?
  bool is_in_head(NodeId node) const { return node >= headline_node && node < lead_end_node; }
  bool is_above_body(NodeId node) const { return node < body_node; }
  bool is_below_headline(NodeId node) const { return node >= headline_node; }
};

ArticleRegion region_of_article(const HtmlTree& tree, const MainText& text, const std::string& headline);

}  // namespace backfile
