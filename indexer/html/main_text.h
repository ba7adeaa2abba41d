// The main text of a page: which of its blocks are the article.
//
// Blocks of running text outside of furniture weigh as many bytes as they have beside links; the article is in the
// innermost element that keeps nearly all of that weight (as in Readability, where paragraphs lend their score to what
// is around them; length and link density of blocks: C. Kohlschütter et al., "Boilerplate detection using shallow text
// features", WSDM 2010). Inside of it short blocks stay that stand between good ones, and go where they are links,
// headings of nothing, or furniture (in the line of jusText: J. Pomikálek, thesis, Brno 2011, and Trafilatura:
// A. Barbaresi, ACL 2021). The phrase list (cleaning/boilerplate_list.h) takes off lines, and sections it opens.
#pragma once

#include <string>
#include <vector>

#include "indexer/cleaning/boilerplate_list.h"
#include "indexer/html/blocks.h"

namespace backfile {

enum class BlockRole : std::uint8_t { body, boilerplate };

struct MainText {
  std::vector<HtmlBlock> blocks;  // all of the page, in its order
  std::vector<BlockRole> roles;   // one each
  std::vector<bool> phrases;      // one each: is it a line of the phrase list, of any kind?
  std::size_t begin = 0;          // of the container's blocks; what is body before it is the opening
};

MainText main_text_of(const HtmlTree& tree, const BoilerplateList& list);

// A text begins behind its headline: what little stands before the first heading that shows it is not of it.
void begin_behind_headline(MainText& text, const std::string& headline);

}  // namespace backfile
