#include "indexer/html/blocks.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/cleaning/paragraphs.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/html/broken_lines.h"
#include "indexer/html/elements.h"
#include "indexer/html/hidden_text.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestRow = 600;  // bytes
constexpr int kLastNumber = 1'000'000;    // that a list begins with

// A row of data, as against one that lays out a page.
bool is_data_row(const HtmlTree& tree, NodeId row) {
  std::size_t bytes = 0;
  for (NodeId id = row + 1; id < tree[row].end; ++id) {
    bytes += tree.text(id).size();
    const std::string_view name = tree[id].name;
    const bool fits = !is_block_element(name) || name == "td" || name == "th" || name == "p";
    if (!fits || bytes > kLongestRow) return false;
  }
  return true;
}

// Walks the tree once and cuts its text.
class BlockCutter {
 public:
  BlockCutter(const HtmlTree& tree, NodeId root) : tree_(tree), root_(root) {}

  std::vector<HtmlBlock> cut() {
    for (NodeId id = root_; id < tree_[root_].end;) {
      leave_until(id);
      id = enter(id);
    }
    leave_until(tree_[root_].end);
    flush();
    return std::move(blocks_);
  }

 private:
  enum class Effect : std::uint8_t { block, cell, link, quote, row, item, quotation, preformatted };
  struct Open {
    NodeId node = 0;
    NodeId end = 0;
    Effect effect = Effect::block;
  };

  static bool is_inline(Effect effect) {
    return effect == Effect::link || effect == Effect::cell || effect == Effect::quote;
  }

  static bool is_blank(std::string_view text) { return text.find_first_not_of(" \n\t\r") == std::string_view::npos; }

  // A list around what is read now; `number` is that of its next entry, 0 where entries have none.
  struct List {
    NodeId end = 0;
    int number = 0;
  };

  void leave_until(NodeId id) {
    while (!lists_.empty() && lists_.back().end <= id) lists_.pop_back();
    while (!open_.empty() && open_.back().end <= id) {
      const Open left = open_.back();
      if (!is_inline(left.effect)) flush();
      open_.pop_back();
      if (left.effect == Effect::quote) close_quote();
      links_ -= left.effect == Effect::link;
      quotations_ -= left.effect == Effect::quotation;
      preformatted_ -= left.effect == Effect::preformatted;
      if (left.effect == Effect::row) row_ = 0;
      if (left.effect == Effect::item) item_ = 0;
    }
  }

  // Returns the next node to look at.
  NodeId enter(NodeId id) {
    const HtmlNode& node = tree_[id];
    if (tree_.is_text(id)) {
      add(id);
      return id + 1;
    }
    const bool shadow_root = node.name == "template" && tree_.has_attribute(id, "shadowrootmode");
    if (id != root_ && ((is_unseen_element(node.name) && !shadow_root) || is_hidden(tree_, id))) {
      if (is_block_element(node.name) || (is_unseen_element(node.name) && node.name != "rp")) line_.text += ' ';
      return node.end;
    }
    if (node.name == "br") {
      line_break();
    } else if (node.name == "a") {
      open_.push_back({id, node.end, Effect::link});
      ++links_;
    } else if (node.name == "q") {
      open_.push_back({id, node.end, Effect::quote});
      ++unopened_quotes_;
    } else if (row_ != 0 && (node.name == "td" || node.name == "th")) {
      if (!is_blank(line_.text)) line_.text += " | ";
      open_.push_back({id, node.end, Effect::cell});
    } else if (is_block_element(node.name) && !(row_ != 0 && node.name == "p")) {
      enter_block(id);
    }
    return id + 1;
  }

  void enter_block(NodeId id) {
    flush();
    const HtmlNode& node = tree_[id];
    Effect effect = Effect::block;
    if (node.name == "blockquote") effect = Effect::quotation;
    if (node.name == "pre") effect = Effect::preformatted;
    if (node.name == "li") effect = Effect::item;
    if (node.name == "tr" && is_data_row(tree_, id)) effect = Effect::row;
    quotations_ += effect == Effect::quotation;
    preformatted_ += effect == Effect::preformatted;
    if (effect == Effect::row) row_ = id;
    if (effect == Effect::item) begin_item(id);
    if (node.name == "ol" || node.name == "ul") lists_.push_back({node.end, first_number(id)});
    open_.push_back({id, node.end, effect});
  }

  void begin_item(NodeId id) {
    item_ = id;
    number_ = lists_.empty() || lists_.back().number == 0 ? 0 : lists_.back().number++;
  }

  // Of a list of 1, 2, 3; lists of letters, and those that count backwards, have marks as others.
  int first_number(NodeId list) const {
    const std::string_view type = tree_.attribute(list, "type");
    if (tree_[list].name != "ol" || (!type.empty() && type != "1") || tree_.has_attribute(list, "reversed")) return 0;
    const std::string_view start = tree_.attribute(list, "start");
    int number = 1;
    std::from_chars(start.data(), start.data() + start.size(), number);
    return std::clamp(number, 1, kLastNumber);
  }

  void add(NodeId id) {
    const std::string_view text = tree_.text(id);
    const bool blank = is_blank(text);
    if (!blank) breaks_ = 0;
    if (!blank && line_.first == 0) line_.first = id;
    for (; !blank && unopened_quotes_ > 0; --unopened_quotes_) line_.text += "“";
    line_.text += text;
    if (links_ > 0 && !blank) line_.link_bytes += text.size();
  }

  // Marks of quotation stand around text alone: an empty <q> has none, and one around paragraphs no closing one.
  void close_quote() {
    if (unopened_quotes_ > 0) {
      --unopened_quotes_;
    } else if (!is_blank(line_.text) || !lines_.empty()) {
      line_.text += "”";
    }
  }

  void line_break() {
    line_.text += ' ';
    if (++breaks_ < 2 && row_ == 0 && !is_blank(line_.text)) lines_.push_back(std::exchange(line_, {}));
    if (breaks_ >= 2 && row_ == 0) flush();
  }

  void flush() {
    breaks_ = 0;
    lines_.push_back(std::exchange(line_, {}));
    const std::vector<BrokenLine> paragraphs = join_lines(std::exchange(lines_, {}), may_be_paragraphs());
    for (const BrokenLine& paragraph : paragraphs) add_block(paragraph, paragraphs.size() > 1);
  }

  // Of headings, rows, entries and verses all lines belong together.
  bool may_be_paragraphs() const {
    return row_ == 0 && item_ == 0 && quotations_ == 0 && preformatted_ == 0 &&
           heading_level(tree_[block_around()].name) == 0;
  }

  NodeId block_around() const {
    NodeId node = 0;
    for (std::size_t i = open_.size(); i-- > 0 && node == 0;) {
      if (!is_inline(open_[i].effect)) node = open_[i].node;
    }
    return node;
  }

  static std::size_t first_line_of(const std::string& text, const BrokenLine& line) {
    if (line.first_break == 0 || line.first_break > kLongestRow) return 0;
    const std::string first = clean_value(line.text.substr(0, line.first_break));
    return first.size() < text.size() && text.starts_with(first) ? first.size() : 0;
  }

  void add_block(const BrokenLine& line, bool is_line) {
    HtmlBlock block;
    if (line.text.find_first_not_of(" \n\t\r|") != std::string::npos) block.text = clean_value(line.text);
    if (block.text.empty()) return;
    block.first = line.first;
    block.is_line = is_line;
    block.first_line = first_line_of(block.text, line);
    set_kind(block);
    block.link_bytes = static_cast<std::uint32_t>(std::min(line.link_bytes, block.text.size()));
    blocks_.push_back(std::move(block));
  }

  void set_kind(HtmlBlock& block) {
    block.node = block_around();
    block.level = quotations_ > 0 ? 0 : heading_level(tree_[block.node].name);  // some quotations are set as headings
    if (block.level > 0) {
      block.kind = BlockKind::heading;
    } else if (row_ != 0) {
      block.kind = BlockKind::row;
    } else if (preformatted_ > 0) {
      block.kind = BlockKind::preformatted;
    } else if (item_ != 0) {
      block.kind = BlockKind::item;
      block.number = std::exchange(number_, 0);
      item_ = 0;  // a second paragraph of an entry has no bullet
    } else if (quotations_ > 0) {
      block.kind = BlockKind::quotation;
    }
  }

  const HtmlTree& tree_;
  const NodeId root_;
  std::vector<Open> open_;
  std::vector<HtmlBlock> blocks_;
  BrokenLine line_;                // that is read now
  std::vector<BrokenLine> lines_;  // of the same block, before it
  NodeId row_ = 0;
  NodeId item_ = 0;
  int number_ = 0;  // of the entry
  std::vector<List> lists_;
  int links_ = 0;
  int unopened_quotes_ = 0;  // <q> without text so far
  int quotations_ = 0;
  int preformatted_ = 0;
  int breaks_ = 0;
};

}  // namespace

std::vector<HtmlBlock> blocks_of(const HtmlTree& tree, NodeId root) { return BlockCutter(tree, root).cut(); }

std::string paragraph_of(const HtmlBlock& block) {
  if (block.kind != BlockKind::item || !entry_text(block.text).empty()) return block.text;
  return (block.number > 0 ? std::to_string(block.number) + ". " : "• ") + block.text;
}

}  // namespace backfile
