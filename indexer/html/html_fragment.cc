#include "indexer/html/html_fragment.h"

#include "indexer/html/blocks.h"

namespace backfile {

std::vector<std::string> paragraphs_of_html(std::string_view fragment) {
  const HtmlTree tree = HtmlTree::parse(fragment);
  std::vector<std::string> paragraphs;
  for (const HtmlBlock& block : blocks_of(tree)) paragraphs.push_back(paragraph_of(block));
  return paragraphs;
}

}  // namespace backfile
