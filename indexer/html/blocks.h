// The blocks of a page: its text as paragraphs, headings, entries of lists and rows of tables, in their order.
//
// A block ends where a block element (elements.h) begins or ends, at two line breaks in a row, and at a single one
// where what it parts are paragraphs (broken_lines.h). The row of a table is one block, its cells apart by " | ", where
// it is short and holds no blocks itself. Text that no reader sees is in no block: scripts, forms, what is hidden.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/html/tree.h"

namespace backfile {

enum class BlockKind : std::uint8_t { paragraph, heading, item, quotation, row, preformatted };

struct HtmlBlock {
  std::string text;  // one line, repaired, not empty
  NodeId node = 0;   // the innermost block element around it
  NodeId first = 0;  // its first text in the tree
  BlockKind kind = BlockKind::paragraph;
  int level = 0;                 // of a heading
  int number = 0;                // of an entry of a numbered list
  bool is_line = false;          // one of several that single line breaks part
  std::size_t first_line = 0;    // bytes of its text before the first single line break in it; 0: there is none
  std::uint32_t link_bytes = 0;  // of its text, what stands in links
};

// Of the nodes below `root`.
std::vector<HtmlBlock> blocks_of(const HtmlTree& tree, NodeId root = 0);

// The text as it stands in an article: an entry of a list has its bullet, or its number.
std::string paragraph_of(const HtmlBlock& block);

}  // namespace backfile
