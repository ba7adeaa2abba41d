#include "indexer/html/main_text.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "index/fold.h"
#include "indexer/cleaning/sentence.h"
#include "indexer/cleaning/summary.h"
#include "indexer/html/container.h"
#include "indexer/html/furniture.h"
#include "indexer/html/text_ends.h"

namespace backfile {
namespace {

constexpr std::size_t kMostBlocksBefore = 20;  // the container, up to the headline
constexpr double kShortestOpening = 140;       // bytes
constexpr double kMostLinksOfOpening = 0.2;    // of its bytes
constexpr double kMostBeforeHeadline = 0.3;    // of the text's bytes
constexpr double kShortestCopy = 80;           // bytes
constexpr std::size_t kFewestCopies = 3;       // different paragraphs that stand twice

class Chooser {
 public:
  Chooser(const HtmlTree& tree, const BoilerplateList& list, MainText& text)
      : tree_(tree), list_(list), text_(text), weights_(tree, text.blocks) {}

  void choose() {
    std::vector<bool> outside = furniture_nodes(tree_, weights_);
    for (const HtmlBlock& block : text_.blocks) {
      outside_.push_back(outside[block.first]);
      kinds_.push_back(list_.kinds_of(block.text));
      text_.phrases.push_back(kinds_.back() != BoilerplateKinds());
    }
    const BlockWeights all = weights_;
    weights_.leave_out(outside_);
    if (weights_.below(0) == 0) {  // the whole page is called furniture
      weights_ = all;
      outside.assign(outside.size(), false);
      outside_.assign(outside_.size(), false);
    }
    const NodeId container = find_container(tree_, weights_, outside);
    for (std::size_t i = 0; i < outside_.size(); ++i) outside_[i] = outside[text_.blocks[i].first];
    weights_.leave_out(outside_);
    begin_ = weights_.first_below(container);
    end_ = weights_.end_below(container);
    text_.begin = begin_;
    take_opening();
    choose_blocks();
    drop_ends(tree_, weights_, kinds_, {begin_, end_}, text_);
    drop_headings_of_nothing();
  }

 private:
  bool is_body(std::size_t i) const { return text_.roles[i] == BlockRole::body; }

  // The text may begin in an element of its own, between the headline and the container of the rest.
  void take_opening() {
    const std::size_t last = begin_ - std::min(begin_, kMostBlocksBefore);
    std::size_t headline = begin_;
    while (headline > last && text_.blocks[headline - 1].level != 1) --headline;
    if (headline == last) return;
    for (std::size_t i = headline; i < begin_; ++i) {
      const HtmlBlock& block = text_.blocks[i];
      const bool prose = block.kind == BlockKind::paragraph && weights_.of_block(i) >= kShortestOpening;
      if (prose && link_share(block) < kMostLinksOfOpening) text_.roles[i] = BlockRole::body;
    }
  }

  void choose_blocks() {
    const std::vector<bool> copies = find_copies();
    bool prose_before = weights_.of_blocks(begin_, end_) == 0;
    bool in_summary = false;
    for (std::size_t i = begin_; i < end_; ++i) {
      if (outside_[i] || copies[i] || is_links(i) || is_phrase(i, prose_before) || is_counter(i)) continue;
      const HtmlBlock& block = text_.blocks[i];
      const bool heading = block.kind == BlockKind::heading;
      prose_before = prose_before || weights_.of_block(i) > 0 || (!heading && is_prose(block.text));
      in_summary = is_summary_heading(block.text) || (in_summary && block.kind == BlockKind::item);
      if (prose_before || in_summary || (heading && block.level > 1)) text_.roles[i] = BlockRole::body;
    }
  }

  // The heading of a paragraph may be a link.
  bool is_links(std::size_t i) const {
    const HtmlBlock& block = text_.blocks[i];
    const bool heads = block.level > 1 && i + 1 < end_ && weights_.of_block(i + 1) > 0;
    return !heads && is_link(block);
  }

  bool is_phrase(std::size_t i, bool prose_before) const {
    return kinds_[i].line || (kinds_[i].top && !prose_before) || (kinds_[i].caption && !is_prose(text_.blocks[i].text));
  }

  // "2/4", of pictures.
  bool is_counter(std::size_t i) const {
    const HtmlBlock& block = text_.blocks[i];
    return block.text.find_first_not_of("0123456789/ ") == std::string::npos && is_caption(tree_, block.node);
  }

  // Paragraphs that stand on the page before, as where it has its text once for each width of screen. Not of a text
  // that repeats one or two of its own.
  std::vector<bool> find_copies() const {
    std::vector<bool> copies(text_.blocks.size());
    std::unordered_set<std::string_view> seen;
    std::unordered_set<std::string_view> repeated;
    for (std::size_t i = begin_; i < end_; ++i) {
      const std::string& text = text_.blocks[i].text;
      if (text_.blocks[i].is_line || weights_.of_block(i) < kShortestCopy || seen.insert(text).second) continue;
      copies[i] = true;
      repeated.insert(text);
    }
    if (repeated.size() < kFewestCopies) copies.assign(copies.size(), false);
    return copies;
  }

  // Does the heading stand in an element of which the rest is links, and nothing is text? The nearest rows are asked
  // first: of many headings in one element each looks no farther than the next.
  bool heads_empty_box(std::size_t i) const {
    NodeId box = text_.blocks[i].node;
    while (box != 0 && weights_.end_below(box) == i + 1) box = tree_[box].parent;
    const std::size_t end = std::min(weights_.end_below(box), end_);
    bool links = false;
    for (std::size_t k = i + 1; k < end; ++k) {
      if (is_body(k)) return false;
      links = links || text_.blocks[k].text.size() > kShortestTeaserLink;
    }
    for (std::size_t k = i; k-- > weights_.first_below(box);) {
      if (is_body(k)) return false;
    }
    return links;
  }

  void drop_headings_of_nothing() {
    int follower = 0;  // what the next body block is: 0 nothing, 1 to 6 a heading of that level, 7 text
    for (std::size_t i = end_; i-- > begin_;) {
      if (!is_body(i)) continue;
      const int level = text_.blocks[i].level;
      const bool empty = level > 0 && (follower == 0 || (follower < 7 && level >= follower) || heads_empty_box(i));
      if (empty) text_.roles[i] = BlockRole::boilerplate;
      if (!empty) follower = level > 0 ? level : 7;
    }
  }

  const HtmlTree& tree_;
  const BoilerplateList& list_;
  MainText& text_;
  BlockWeights weights_;
  std::vector<bool> outside_;  // of blocks
  std::vector<BoilerplateKinds> kinds_;
  std::size_t begin_ = 0;  // of the container's blocks
  std::size_t end_ = 0;
};

}  // namespace

void begin_behind_headline(MainText& text, const std::string& headline) {
  const std::string wanted = fold_label(headline);
  std::size_t before = 0;  // bytes
  std::size_t behind = 0;
  std::size_t shown = text.blocks.size();
  for (std::size_t i = 0; i < text.blocks.size(); ++i) {
    const HtmlBlock& block = text.blocks[i];
    const bool shows =
        block.level > 0 && block.text.size() < 2 * headline.size() + 20 && fold_label(block.text) == wanted;
    if (shows && shown == text.blocks.size()) shown = i;
    if (text.roles[i] == BlockRole::body) (i < shown ? before : behind) += block.text.size();
  }
  const bool little = static_cast<double>(before) < kMostBeforeHeadline * static_cast<double>(before + behind);
  if (shown == text.blocks.size() || wanted.empty() || before == 0 || !little) return;
  std::fill_n(text.roles.begin(), shown + 1, BlockRole::boilerplate);
}

MainText main_text_of(const HtmlTree& tree, const BoilerplateList& list) {
  MainText text;
  text.blocks = blocks_of(tree);
  for (HtmlBlock& block : text.blocks) block.text = list.without_insertions(block.text);
  std::erase_if(text.blocks, [](const HtmlBlock& block) { return block.text.empty(); });
  text.roles.assign(text.blocks.size(), BlockRole::boilerplate);
  Chooser(tree, list, text).choose();
  return text;
}

}  // namespace backfile
