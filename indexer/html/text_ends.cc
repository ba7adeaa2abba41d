#include "indexer/html/text_ends.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace backfile {
namespace {

constexpr double kMostOfTail = 0.25;    // of the article's weight, behind a phrase that opens what is no article
constexpr double kMostOfSection = 0.2;  // of it, below a heading that is such a phrase
constexpr double kMostOfTeasers = 0.4;  // of it, in a list or a box of other articles
constexpr std::size_t kFewestTeasers = 3;
constexpr int kMostAncestors = 20;

class EndDropper {
 public:
  EndDropper(const HtmlTree& tree, const BlockWeights& weights, const std::vector<BoilerplateKinds>& kinds,
             BlockRange range, MainText& text)
      : tree_(tree), weights_(weights), kinds_(kinds), begin_(range.begin), end_(range.end), text_(text) {}

  void drop() {
    drop_sections();
    drop_teasers();
    drop_end();
  }

 private:
  bool is_body(std::size_t i) const { return text_.roles[i] == BlockRole::body; }

  double weight_of_body() const {
    double weight = 0;
    for (std::size_t i = begin_; i < end_; ++i) weight += is_body(i) ? weights_.of_block(i) : 0;
    return weight;
  }

  // A phrase that opens what stands behind articles: to the end where that is little, else to the next heading like it.
  void drop_sections() {
    find_spans();
    const double all = weight_of_body();
    double before = 0;
    for (std::size_t i = begin_; i < end_;) {
      if (is_body(i)) before += weights_.of_block(i);
      std::size_t to = i;
      if (kinds_[i].end || kinds_[i].open || kinds_[i].tail) to = end_of_section(i, before, all);
      for (std::size_t k = i; k < to; ++k) text_.roles[k] = BlockRole::boilerplate;
      i = std::max(to, i + 1);
    }
  }

  void find_spans() {
    for (std::size_t i = begin_; i < end_; ++i) {
      if (!is_body(i) || weights_.of_block(i) == 0) continue;
      spans_.try_emplace(tree_[text_.blocks[i].node].parent, Span{i, i}).first->second.last = i;
    }
  }

  bool begins_with(NodeId element, std::size_t i) const {  // no paragraph stands in it before
    return element != 0 && weights_.of_blocks(weights_.first_below(element), i) == 0;
  }

  // The smallest element around the block that holds another behind it, and begins with it; else 0.
  NodeId box_of(std::size_t i) const {
    NodeId box = text_.blocks[i].node;
    for (int steps = 0; box != 0 && weights_.end_below(box) == i + 1; ++steps) {
      if (steps == kMostAncestors) return 0;
      box = tree_[box].parent;
    }
    return begins_with(box, i) ? box : 0;
  }

  // The row behind a box around the block beside which paragraphs of the text go on as they stood before it; else 0.
  std::size_t end_beside(NodeId box, std::size_t i) const {
    for (int steps = 0; steps < kMostAncestors && begins_with(box, i); ++steps, box = tree_[box].parent) {
      const auto span = spans_.find(tree_[box].parent);
      const std::size_t end = weights_.end_below(box);
      if (span != spans_.end() && span->second.first < i && span->second.last >= end) return end;
    }
    return 0;
  }

  std::size_t end_of_section(std::size_t i, double before, double all) const {
    const NodeId box = box_of(i);
    const std::size_t beside = end_beside(box, i);
    if (beside != 0 && weights_.of_blocks(i, beside) <= kMostOfTeasers * all) return beside;
    if (before > 0 && all - before < kMostOfTail * all) return end_;
    const HtmlBlock& opener = text_.blocks[i];
    if (opener.kind != BlockKind::heading) return i + 1;
    const std::size_t end = std::min(weights_.end_below(box), end_);
    std::size_t to = i + 1;
    double weight = 0;
    while (to < end && !(text_.blocks[to].level > 0 && text_.blocks[to].level <= opener.level)) {
      if (is_body(to)) weight += weights_.of_block(to);
      if (weight > kMostOfSection * all) return i + 1;
      ++to;
    }
    return to;
  }

  // The row behind the last paragraph; begin_ where there is none.
  std::size_t end_of_paragraphs() const {
    std::size_t end = end_;
    while (end > begin_ && !(is_body(end - 1) && weights_.of_block(end - 1) > 0)) --end;
    return end;
  }

  // A list of other articles behind the text: a link, perhaps a date, a sentence on each, and so on.
  void drop_teasers() {
    std::size_t first = end_;  // of the list, as far as it is known from its end
    std::size_t teasers = 0;
    double weight = 0;
    for (std::size_t i = end_of_paragraphs(); i > begin_;) {
      std::size_t sentence = i;
      while (sentence > begin_ && weights_.of_block(sentence - 1) == 0 && i - sentence < 2) --sentence;
      if (sentence == begin_ || weights_.of_block(sentence - 1) == 0) break;
      std::size_t link = sentence - 1;
      while (link > begin_ && !is_teaser_link(link - 1) && weights_.of_block(link - 1) == 0 && sentence - link < 3)
        --link;
      if (link == begin_ || !is_teaser_link(link - 1)) break;
      i = first = link - 1;
      weight += weights_.of_block(sentence - 1);
      ++teasers;
    }
    if (teasers < kFewestTeasers || weight > kMostOfTeasers * weight_of_body()) return;
    for (std::size_t k = first; k < end_; ++k) text_.roles[k] = BlockRole::boilerplate;
  }

  bool is_teaser_link(std::size_t i) const {
    const HtmlBlock& block = text_.blocks[i];
    const bool question = block.text.ends_with('?');  // of an answer behind it
    return block.level == 0 && !question && block.text.size() > kShortestTeaserLink && is_link(block);
  }

  // Short lines behind the last paragraph: buttons, counters, labels. Lists and tables may end an article.
  void drop_end() {
    const std::size_t last = end_of_paragraphs();
    if (last == begin_) return;
    for (std::size_t i = last; i < end_; ++i) {
      const BlockKind kind = text_.blocks[i].kind;
      const bool number = text_.blocks[i].text.find_first_not_of("0123456789 ") == std::string::npos;  // of a page
      if (number || kind == BlockKind::paragraph || kind == BlockKind::quotation)
        text_.roles[i] = BlockRole::boilerplate;
    }
  }

  struct Span {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  const HtmlTree& tree_;
  const BlockWeights& weights_;
  const std::vector<BoilerplateKinds>& kinds_;
  const std::size_t begin_;
  const std::size_t end_;
  MainText& text_;
  std::unordered_map<NodeId, Span> spans_;  // of the paragraphs that have the same parent
};

}  // namespace

void drop_ends(const HtmlTree& tree, const BlockWeights& weights, const std::vector<BoilerplateKinds>& kinds,
               BlockRange range, MainText& text) {
  EndDropper(tree, weights, kinds, range, text).drop();
}

}  // namespace backfile
