#include "indexer/html/markup_dates.h"

#include <algorithm>
#include <vector>

#include "index/fold.h"
#include "indexer/cleaning/date_line.h"
#include "indexer/html/blocks.h"
#include "indexer/html/markup_words.h"

namespace backfile {
namespace {

constexpr NodeId kMostNodes = 50;  // below a <time>

class DateReader {
 public:
  DateReader(const HtmlTree& tree, const ArticleRegion& region) : tree_(tree), region_(region) {}

  MarkupDates read() {
    for (NodeId id = 1; id < tree_.size(); ++id) {
      if (tree_.is_text(id) || (tree_[id].size == 0 && tree_[id].name != "time")) continue;
      if (tree_[id].name == "meta") continue;
      take_property(id);
      if (tree_[id].name != "time") continue;
      if (tree_[id].end - id <= kMostNodes) take_time(id);
      behind_time_ = tree_[id].end;
    }
    for (const auto* only : {&labelled_, &outside_}) {
      if (dates_.time.empty() && only->size() == 1) dates_.time = only->front();
    }
    return std::move(dates_);
  }

 private:
  void take_property(NodeId id) {
    for (std::string_view attribute : {"itemprop", "property"}) {
      if (tree_.attribute(id, attribute).empty()) continue;
      const std::string properties = small_attribute(tree_, id, attribute);
      if (has_word(properties, "datepublished")) set(dates_.published, id);
      if (has_word(properties, "datemodified")) set(dates_.modified, id);
    }
  }

  void set(std::string& date, NodeId id) const {
    if (date.empty()) date = value_of_element(tree_, id);
  }

  void take_time(NodeId id) {
    if (is_beside_article(tree_, id, region_)) return;
    const std::string value = value_of_element(tree_, id);
    if (value.empty()) return;
    if (is_of_change(id)) {
      if (dates_.modified.empty() && region_.holds(id)) dates_.modified = value;
    } else if (region_.holds(id)) {
      if (dates_.time.empty()) dates_.time = value;
    } else {
      std::vector<std::string>& known = says_published(text_before(tree_, id, behind_time_)) ? labelled_ : outside_;
      if (std::ranges::find(known, value) == known.end() && known.size() < 2) known.push_back(value);
    }
  }

  bool is_of_change(NodeId id) const {
    const std::string names = names_of_element(tree_, id) + " " + small_attribute(tree_, id, "itemprop");
    const bool of_change = has_piece(names, {"updated", "modified"});
    const bool of_publication = has_piece(names, {"published", "pubdate"}) || tree_.has_attribute(id, "pubdate");
    if (of_change && !of_publication) return true;
    const std::string before = text_before(tree_, id, behind_time_);
    return says_updated(fold(tree_.text_below(id))) || (before.size() < 40 && says_updated(before));
  }

  const HtmlTree& tree_;
  const ArticleRegion& region_;
  MarkupDates dates_;
  std::vector<std::string> labelled_;  // of the article's region outside, called dates of publication
  std::vector<std::string> outside_;   // the others there
  NodeId behind_time_ = 0;             // the last
};

}  // namespace

MarkupDates dates_of_markup(const HtmlTree& tree, const ArticleRegion& region) {
  return DateReader(tree, region).read();
}

}  // namespace backfile
