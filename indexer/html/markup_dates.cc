#include "indexer/html/markup_dates.h"

#include <algorithm>
#include <span>
#include <vector>

#include "index/fold.h"
#include "indexer/cleaning/credit_within.h"
#include "indexer/cleaning/date_line.h"
#include "indexer/cleaning/published.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/html/blocks.h"
#include "indexer/html/markup_words.h"

namespace backfile {
namespace {

constexpr NodeId kMostNodes = 50;  // below a <time>

// Of microdata and RDFa, in small letters.
constexpr std::string_view kPublished[] = {"datepublished", "schema:datepublished", "rnews:datepublished",
                                           "dc:date",       "dcterms:issued",       "dc:issued"};
constexpr std::string_view kModified[] = {"datemodified", "schema:datemodified", "dcterms:modified"};

// In which programs keep a date beside the text that readers see.
constexpr std::string_view kDateAttributes[] = {"content",        "datetime", "data-datetime",
                                                "data-timestamp", "value",    "title"};

bool has_any_word(std::string_view properties, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return has_word(properties, word); });
}

class DateReader {
 public:
  DateReader(const HtmlTree& tree, const ArticleRegion& region) : tree_(tree), region_(region) {}

  MarkupDates read() {
    for (NodeId id = 1; id < tree_.size(); ++id) {
      if (tree_.is_text(id) || (tree_[id].size == 0 && tree_[id].name != "time")) continue;
      if (tree_[id].name == "meta") continue;
      take_property(id);
      if (!is_time(id)) continue;
      if (tree_[id].end - id <= kMostNodes) take_time(id);
      behind_time_ = tree_[id].end;
    }
    for (const auto* only : {&labelled_, &outside_}) {
      if (dates_.time.empty() && dates_.elsewhere.empty() && only->size() == 1) dates_.elsewhere = only->front();
    }
    return std::move(dates_);
  }

 private:
  void take_property(NodeId id) {
    for (std::string_view attribute : {"itemprop", "property"}) {
      if (tree_.attribute(id, attribute).empty()) continue;
      const std::string properties = small_attribute(tree_, id, attribute);
      if (has_any_word(properties, kPublished)) set(dates_.published, id);
      if (has_any_word(properties, kModified)) set(dates_.modified, id);
    }
  }

  void set(std::string& date, NodeId id) const {
    if (date.empty()) date = date_of_element(id);
  }

  // An attribute that is a date, else the text.
  std::string date_of_element(NodeId id) const {
    for (std::string_view attribute : kDateAttributes) {
      const std::string value = clean_value(tree_.attribute(id, attribute));
      if (!value.empty() && read_metadata_date(value)) return value;
    }
    return value_of_element(tree_, id);
  }

  // hAtom and h-entry (<abbr class=published title=…>, <data class=dt-published value=…>), and what is called a date
  // and has one in an attribute.
  bool is_time(NodeId id) const {
    const std::string_view name = tree_[id].name;
    if (name == "time") return true;
    if (name != "abbr" && name != "data" && name != "span" && name != "div" && name != "p") return false;
    if (tree_[id].end - id > kMostNodes || tree_.attribute(id, "class").empty()) return false;
    const bool dated = std::ranges::any_of(kDateAttributes, [&](std::string_view attribute) {
      const std::string value = clean_value(tree_.attribute(id, attribute));
      return !value.empty() && read_metadata_date(value);
    });
    return dated && has_piece(small_attribute(tree_, id, "class"), {"publish", "date", "time", "updated"});
  }

  void take_time(NodeId id) {
    if (is_beside_article(tree_, id, region_) || is_beside_headline(tree_, id, region_)) return;
    if (calls_other_date(text_before(tree_, id, behind_time_))) return;
    const std::string value = date_of_element(id);
    if (value.empty()) return;
    if (is_of_change(id)) {
      if (dates_.modified.empty() && region_.holds(id)) dates_.modified = value;
    } else if (region_.holds(id)) {
      std::string& time = region_.is_in_head(id) ? dates_.time : dates_.elsewhere;
      if (time.empty()) time = value;
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
