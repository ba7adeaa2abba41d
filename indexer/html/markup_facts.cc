#include <algorithm>
#include <initializer_list>

#include "indexer/cleaning/text_repair.h"
#include "indexer/html/page_facts.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestCredit = 120;  // bytes
constexpr std::size_t kMostCredits = 10;
constexpr NodeId kMostNodes = 200;  // below an element that says one thing

std::string small(std::string_view text) {
  std::string out(text.substr(0, 300));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

bool has_word(std::string_view words, std::string_view wanted) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (words.substr(begin, end - begin) == wanted) return true;
    begin = end + 1;
  }
  return false;
}

// What an element says: its content or date attribute, else its text.
std::string value_of(const HtmlTree& tree, NodeId node) {
  if (tree[node].end - node > kMostNodes) return {};
  for (std::string_view attribute : {"content", "datetime"}) {
    if (std::string value = clean_value(tree.attribute(node, attribute)); !value.empty()) return value;
  }
  const std::vector<HtmlBlock> blocks = blocks_of(tree, node);
  return blocks.empty() || blocks.size() > 6 ? std::string() : blocks[0].text;
}

// How surely the element holds the names of writers: 0 not at all, the more the surer.
int credit_grade(const HtmlTree& tree, NodeId node, const std::string& properties) {
  if (has_word(properties, "author") || has_word(properties, "creator")) return 5;
  if (has_word(small(tree.attribute(node, "rel")), "author")) return 4;
  const std::string names = small(tree.attribute(node, "class")) + " " + small(tree.attribute(node, "data-testid"));
  for (std::string_view no : {"avatar", "image", "comment", "photo", "img", "testimonial", "publisher"}) {
    if (names.find(no) != std::string::npos) return 0;
  }
  for (std::string_view name :
       {"author-name", "author__name", "authorname", "author_name", "byline-name", "byline__name", "byline-author",
        "post-author", "entry-author", "article-author", "article__author", "p-author", "author-box__name",
        "author-info__name", "author-bio__name", "author-box-name"}) {
    if (names.find(name) != std::string::npos) return 3;
  }
  for (std::string_view no : {"bio", "social", "box", "desc", "link-list", "title", "date", "role", "info"}) {
    if (names.find(no) != std::string::npos) return 0;
  }
  if (has_word(names, "author") || has_word(names, "byline")) return 2;
  return names.find("byline") != std::string::npos || names.find("author") != std::string::npos ? 1 : 0;
}

bool inside_comment(const HtmlTree& tree, NodeId node) {
  for (int steps = 0; node != 0 && steps < 12; ++steps, node = tree[node].parent) {
    const std::string names = small(tree.attribute(node, "class")) + " " + small(tree.attribute(node, "id"));
    for (std::string_view no :
         {"comment", "related", "sidebar", "footer", "recommend", "card", "teaser", "testimonial", "widget-area"}) {
      if (names.find(no) != std::string::npos) return true;
    }
    if (tree[node].name == "aside" || tree[node].name == "footer" || tree[node].name == "nav") return true;
  }
  return false;
}

class MarkupReader {
 public:
  explicit MarkupReader(const HtmlTree& tree) : tree_(tree) {}

  PageFacts read() {
    for (NodeId id = 1; id < tree_.size(); ++id) {
      if (tree_.is_text(id) || tree_[id].name == "meta") continue;
      const std::string properties =
          small(tree_.attribute(id, "itemprop")) + " " + small(tree_.attribute(id, "property"));
      take_date(id, properties);
      take_credit(id, properties);
      if (facts_.headlines.empty() && has_word(properties, "headline")) facts_.headlines = {value_of(tree_, id)};
      if (facts_.section.empty() && has_word(properties, "articlesection")) facts_.section = value_of(tree_, id);
    }
    if (facts_.published.empty()) facts_.published = time_;
    std::erase(facts_.headlines, "");
    return std::move(facts_);
  }

 private:
  void take_date(NodeId id, const std::string& properties) {
    if (has_word(properties, "datepublished") && facts_.published.empty()) facts_.published = value_of(tree_, id);
    if (has_word(properties, "datemodified") && facts_.modified.empty()) facts_.modified = value_of(tree_, id);
    if (tree_[id].name != "time" || !time_.empty()) return;
    const std::string names = small(tree_.attribute(id, "class"));
    if (names.find("updated") != std::string::npos && names.find("published") == std::string::npos) return;
    if (names.find("modified") == std::string::npos && !inside_comment(tree_, id)) time_ = value_of(tree_, id);
  }

  void take_credit(NodeId id, const std::string& properties) {
    if (tree_[id].end - id > kMostNodes) return;
    const int grade = credit_grade(tree_, id, properties);
    if (grade == 0 || grade < grade_ || id < credit_end_ || inside_comment(tree_, id)) return;
    const std::string name = name_below(id);
    if (name.empty() || name.size() > kLongestCredit) return;
    if (grade > grade_) facts_.credits.clear();
    grade_ = grade;
    credit_end_ = tree_[id].end;
    const bool known = std::ranges::find(facts_.credits, name) != facts_.credits.end();
    if (!known && facts_.credits.size() < kMostCredits) facts_.credits.push_back(name);
  }

  // Microdata of a person hold the name in an element of their own.
  std::string name_below(NodeId id) const {
    for (NodeId inner = id + 1; inner < tree_[id].end; ++inner) {
      if (has_word(small(tree_.attribute(inner, "itemprop")), "name")) return value_of(tree_, inner);
    }
    return value_of(tree_, id);
  }

  const HtmlTree& tree_;
  PageFacts facts_;
  std::string time_;
  int grade_ = 0;
  NodeId credit_end_ = 0;
};

}  // namespace

PageFacts facts_of_markup(const HtmlTree& tree) { return MarkupReader(tree).read(); }

}  // namespace backfile
