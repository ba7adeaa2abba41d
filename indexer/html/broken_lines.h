// Lines that single line breaks part: which are paragraphs. Old pages and those of many Russian and Chinese papers have
// no other mark between them, but verses and addresses are broken alike.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/html/tree.h"

namespace backfile {

struct BrokenLine {
  std::string text;             // as it stands on the page, white space kept
  std::size_t link_bytes = 0;   // of it, what stands in links
  NodeId first = 0;             // its first text in the tree
  std::size_t first_break = 0;  // bytes of the text before the first break in it; 0: there is none
};

// The lines of one element, as paragraphs: where there are three and more, most of them end like a sentence, are
// followed by one that begins like one (or is indented), and are long, those that do are paragraphs. Else all of them
// are one, also where they may not be paragraphs.
std::vector<BrokenLine> join_lines(std::vector<BrokenLine> lines, bool may_be_paragraphs);

}  // namespace backfile
