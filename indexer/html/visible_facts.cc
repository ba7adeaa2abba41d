#include "indexer/html/visible_facts.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/byline_marks.h"
#include "indexer/cleaning/credit_line.h"
#include "indexer/cleaning/credit_within.h"
#include "indexer/cleaning/date_line.h"
#include "indexer/cleaning/sentence.h"
#include "indexer/cleaning/writers.h"
#include "indexer/cleaning/written_date.h"
#include "indexer/html/block_weights.h"
#include "indexer/html/credit_of_block.h"
#include "indexer/html/furniture.h"
#include "indexer/html/markup_words.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestName = 60;  // with a place behind it
constexpr std::size_t kRowsOfHead = 25;
constexpr std::size_t kLastRows = 8;  // of the body: their credits count, of dates those of first publication

// A heading over a few words on the writer.
bool opens_portrait(std::string_view line) {
  constexpr std::string_view kHeadings[] = {"about the author",
                                            "about author",
                                            "meet the author",
                                            "the author",
                                            "author bio",
                                            "about the writer",
                                            "uber den autor",
                                            "uber die autorin",
                                            "zum autor",
                                            "zur autorin",
                                            "a propos de l'auteur",
                                            "l'auteur",
                                            "sobre el autor",
                                            "sobre la autora",
                                            "sobre o autor",
                                            "sobre a autora",
                                            "l'autore",
                                            "over de auteur",
                                            "om forfatteren",
                                            "om forfattaren",
                                            "об авторе",
                                            "关于作者",
                                            "作者简介"};
  if (line.size() > 40) return false;
  std::string folded = fold_label(line);
  if (folded.ends_with(':')) folded.pop_back();
  return std::ranges::find(kHeadings, folded) != std::end(kHeadings);
}

// "Ann Lee", "Ann Lee is a reporter in …"
std::vector<std::string> names_of_portrait(std::string_view line) {
  const std::size_t end = std::min({line.find(" is "), line.find(" has "), line.find(" was "), line.find(" writes ")});
  return writers_of(line.substr(0, end), "");
}

// What stands behind an article that has been changed often.
bool says_first_published(std::string_view folded) {
  constexpr std::string_view kFirst[] = {"first published", "originally published", "erstmals veroffentlicht",
                                         "publie pour la premiere fois", "publicado originalmente"};
  return std::ranges::any_of(kFirst, [&](std::string_view words) { return folded.find(words) != std::string::npos; });
}

class Finder {
 public:
  Finder(const HtmlTree& tree, const MainText& text, const ArticleRegion& region, DateOrder order)
      : tree_(tree), text_(text), region_(region), order_(order) {}

  VisibleFacts find() {
    const std::size_t end = std::min(region_.lead_end, region_.headline + kRowsOfHead);
    for (std::size_t i = region_.begin; i < end; ++i) take_names(i);
    for (std::size_t i = region_.begin; i < region_.headline; ++i) {
      if (says_published(fold(text_.blocks[i].text))) take_dates(i);
    }
    for (std::size_t i = region_.headline; i < end; ++i) take_dates(i);
    if (facts_.published.empty()) take_date_above();
    if (facts_.published.empty() && facts_.updated.empty()) {
      ask(region_.body - std::min(region_.body, kRowsOfHead), region_.body);
    }
    take_name_before_date();
    ask_end_of_body();
    ask(region_.body_end, region_.end);
    if (facts_.published.empty() && facts_.updated.empty()) facts_.published = month_;
    return std::move(facts_);
  }

 private:
  void ask_end_of_body() {
    std::size_t left = kLastRows;
    for (std::size_t i = region_.body_end; i-- > region_.body && left > 0;) {
      if (text_.roles[i] != BlockRole::body) continue;
      --left;
      take_names(i);
      if (says_first_published(fold(text_.blocks[i].text))) take_dates(i);
    }
  }

  void ask(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      take_names(i);
      take_dates(i);
    }
  }

  // The day's date stands in the heads of pages: what is above the headline and not called the date of publication
  // counts where no date stands below, and not if it is later than the last change.
  void take_date_above() {
    for (std::size_t i = region_.begin; i < region_.headline; ++i) take_dates(i);
    const auto updated = read_written_date(facts_.updated, order_);
    const auto published = read_written_date(facts_.published, order_);
    if (updated && published && updated->date && published->date && updated->date->last() < published->date->first()) {
      facts_.published.clear();
    }
  }

  void take_dates(std::size_t i) {
    const std::string& line = text_.blocks[i].text;
    if (line.size() > kLongestCreditLine) return;
    const std::vector<DateLine> dates = dates_within(line, order_);
    if (dates.empty()) return take_month(i, line);
    const NodeId node = text_.blocks[i].node;
    if (is_of_picture(i) || is_among_others(tree_, node, region_) || is_beside_headline(tree_, node, region_)) return;
    const std::string label = i > 0 && text_.blocks[i - 1].text.size() < 30 ? fold(text_.blocks[i - 1].text) : "";
    for (const DateLine& date : dates) {
      const bool begins_line = line.starts_with(date.written);
      if (begins_line && calls_other_date(label)) continue;
      if (date.label == DateLabel::updated || (begins_line && says_updated(label))) {
        if (facts_.updated.empty()) facts_.updated = date.written;
      } else {
        const bool first = !facts_.is_labelled && says_first_published(fold(line.substr(0, line.find(date.written))));
        if (facts_.published.empty() || first) take_published(i, date, begins_line && says_published(label));
      }
    }
  }

  void take_published(std::size_t i, const DateLine& date, bool labelled) {
    facts_.published = date.written;
    facts_.is_in_head = i >= region_.headline && i < region_.lead_end;
    facts_.is_above_text = i < region_.lead_end;
    facts_.is_labelled = date.label == DateLabel::published || labelled;
  }

  // Does the line stand below a picture, or credit one? "Photo: Bo Ek, March 3, 2025"
  bool is_of_picture(std::size_t i) const {
    const std::string folded = fold(std::string_view(text_.blocks[i].text).substr(0, 30));
    for (std::string_view picture : {"photo", "foto", "image", "picture"}) {
      if (!folded.starts_with(picture)) continue;
      for (std::string_view mark : {":", " by ", " credit", " courtesy"}) {
        if (std::string_view(folded).substr(picture.size()).starts_with(mark)) return true;
      }
    }
    for (NodeId node = text_.blocks[i].node; node != 0; node = tree_[node].parent) {
      if (node <= region_.body_node && region_.body_node < tree_[node].end) return false;
      if (is_caption(tree_, node)) return true;
    }
    return false;
  }

  // "Ann Lee", "Ann Lee | Aldermouth" between headline and text, and the date in the line behind. Names of sections
  // stand there too, but as links.
  void take_name_before_date() {
    const std::size_t end = std::min(region_.body, region_.headline + kRowsOfHead);
    for (std::size_t i = region_.headline + 1; i + 1 < end && facts_.names.empty(); ++i) {
      const HtmlBlock& block = text_.blocks[i];
      const bool dated = !date_within(text_.blocks[i + 1].text, order_).empty() &&
                         text_.blocks[i + 1].text.size() <= kLongestCreditLine;
      if (!dated || block.level > 0 || block.text.size() > kLongestName || link_share(block) > 0.5) continue;
      const std::string name = block.text.substr(0, block.text.find(" | "));
      if (looks_like_person(name) && !is_of_screen(name) && !is_beside_article(tree_, block.node, region_))
        facts_.names = writers_of(name, "");
    }
  }

  // "November 2015" alone between headline and text.
  void take_month(std::size_t i, const std::string& line) {
    if (!month_.empty() || i <= region_.headline || i > region_.body) return;
    const auto date = read_date_line(line);
    if (date && date->label != DateLabel::updated) month_ = date->written;
  }

  void take_names(std::size_t i) {
    if (!facts_.names.empty() || text_.blocks[i].text.size() > kLongestCreditLine) return;
    const std::string line(credit_of_block(text_.blocks[i]));
    if (i > 0 && is_byline_mark(text_.blocks[i - 1].text)) facts_.names = writers_of(line, "");
    if (facts_.names.empty()) {
      if (const auto credit = read_credit_line(line)) facts_.names = credit->names;
    }
    if (facts_.names.empty() && i > 0 && opens_portrait(text_.blocks[i - 1].text))
      facts_.names = names_of_portrait(line);
    if (facts_.names.empty() && !ends_with_full_stop(line)) facts_.names = names_within(line);
    if (facts_.names.empty()) return;
    if (is_beside_article(tree_, text_.blocks[i].node, region_)) facts_.names.clear();
    const bool posted = behind_byline_mark(line, BylineText::line) && !line.starts_with("By ");
    std::erase_if(facts_.names, [&](const std::string& name) {
      return !looks_like_person(name) && !(posted && is_word_of_name(name));
    });
    facts_.is_marked_in_head = i > region_.headline && i <= region_.body && facts_.names.size() == 1 &&
                               begins_with_byline_mark(line) && looks_like_person(facts_.names[0]) &&
                               !is_team(facts_.names[0]);
  }

  const HtmlTree& tree_;
  const MainText& text_;
  const ArticleRegion& region_;
  const DateOrder order_;
  VisibleFacts facts_;
  std::string month_;  // a date without a day
};

}  // namespace

VisibleFacts visible_facts_of(const HtmlTree& tree, const MainText& text, const ArticleRegion& region,
                              DateOrder order) {
  return Finder(tree, text, region, order).find();
}

}  // namespace backfile
