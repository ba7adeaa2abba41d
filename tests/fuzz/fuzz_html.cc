// Fuzzes the reading of HTML pages: the tree is one, blocks are lines of it in their order, and what an article holds
// is clean text, whatever the page is.
#include <cstdint>
#include <string>
#include <string_view>

#include "index/character.h"
#include "indexer/html/blocks.h"
#include "indexer/html/html_fragment.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/html_reader.h"
#include "tests/fuzz/require.h"

using namespace backfile;

namespace {

void check_tree(const HtmlTree& tree) {
  require(tree.size() > 0 && tree[0].end == tree.size(), "the root holds all");
  for (NodeId id = 1; id < tree.size(); ++id) {
    const HtmlNode& parent = tree[tree[id].parent];
    require(tree[id].parent < id && id < tree[id].end && tree[id].end <= parent.end, "a node lies in its parent");
  }
}

void check_line(std::string_view line) {
  require(!line.empty() && line.find('\n') == std::string_view::npos, "a paragraph is one line");
  for (std::size_t at = 0; at < line.size(); at = character_at(line, at).end) {
    require(character_at(line, at).code >= 0x20, "text is UTF-8 without controls");
  }
}

void check_blocks(const HtmlTree& tree) {
  NodeId last = 0;
  for (const HtmlBlock& block : blocks_of(tree)) {
    check_line(block.text);
    require(block.first > last && block.first < tree.size() && block.node <= block.first, "blocks come in order");
    require(block.link_bytes <= block.text.size(), "links are part of the text");
    last = block.first;
  }
}

void check_article(const Article& article) {
  for (const auto* lines : {&article.body, &article.boilerplate, &article.summary, &article.byline, &article.topics}) {
    for (const std::string& line : *lines) check_line(line);
  }
  require(!article.headline.empty(), "an article has a headline");
  check_line(article.headline);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string page = to_utf8({reinterpret_cast<const char*>(data), size}, "");
  const HtmlTree tree = HtmlTree::parse(page);
  check_tree(tree);
  check_blocks(tree);
  for (const std::string& paragraph : paragraphs_of_html(page)) check_line(paragraph);
  const ReadOptions options{nullptr, {}, 1u << 20, 1767225600};
  const ReadItem item = read_html_page(page, {"https://echo.example/2025/03/03/fog", "page.html"}, options);
  if (const auto* article = std::get_if<Article>(&item)) check_article(*article);
  require(read_html_page(page, {"https://echo.example/2025/03/03/fog", "page.html"}, options) == item,
          "a page is read the same way twice");
  return 0;
}
