#include "indexer/cleaning/page_text.h"

#include <algorithm>
#include <string>
#include <vector>

#include "index/fold.h"
#include "index/tokenizer.h"
#include "indexer/cleaning/byline.h"
#include "indexer/cleaning/date_order.h"
#include "indexer/cleaning/dateline.h"
#include "indexer/cleaning/headline.h"
#include "indexer/cleaning/language.h"
#include "indexer/cleaning/page.h"
#include "indexer/cleaning/page_head.h"
#include "indexer/cleaning/paragraphs.h"
#include "indexer/cleaning/published.h"
#include "indexer/cleaning/stamp.h"
#include "indexer/cleaning/summary.h"
#include "indexer/cleaning/url_date.h"

namespace backfile {
namespace {

constexpr std::size_t kMostHeadParagraphs = 2;   // a byline or date may stand behind so many
constexpr std::size_t kMostHeadRows = 200;       // and in no longer head
constexpr std::size_t kMostCompared = 100;       // entries of a summary that are looked through for repetitions
constexpr std::size_t kLongestStandfirst = 400;  // bytes a paragraph
constexpr int kMostClosingRows = 3;              // signature, byline and date behind the body

// Reads one page into one article.
class PageReader {
 public:
  PageReader(Page& page, const PageRules& rules, Article& article)
      : page_(page),
        rules_(rules),
        article_(article),
        byline_given_(!article.byline.empty()),
        summary_given_(!article.summary.empty()) {}

  void read() {
    const std::size_t behind_head = read_head();
    take_labelled_dates(behind_head);
    read_end();
    take_day(article_, date_of_url(article_.url), PublishedFrom::url, rules_.now);
    take_update();
    take_byline_of_block();
  }

 private:
  // The rows are looked through only for a date that cannot be told without them.
  std::optional<Date> date_of(const DateLine& line) const {
    if (line.date) return line.date;
    DateOrderEvidence evidence;
    for (const Row& row : page_.rows) evidence.add(row.text);
    return read_metadata_date(line.written, first_known({evidence.order(), rules_.order}));
  }

  // The rows up to the second paragraph of text; returns the row behind them.
  std::size_t read_head() {
    std::vector<std::size_t> standfirst;
    std::size_t paragraphs = 0;
    bool headline_may_follow = rules_.headline_in_text;
    std::size_t i = 0;
    const std::size_t end_of_head = std::min(page_.block, page_.head + kMostHeadRows);
    for (; i < end_of_head && paragraphs <= kMostHeadParagraphs; ++i) {
      Row& row = page_.rows[i];
      if (row.role == Role::boilerplate) continue;
      if (!headline_may_follow && !row.credit) row.credit = stamp_of(row);
      if (row.role == Role::headline) {
        give_headline(row);
        headline_may_follow = false;
      } else if (row.credit && !is_only_text(i)) {
        take_credit(row);
        take_standfirst(standfirst, i);
      } else if (const std::size_t end = end_of_summary(i); end > i) {
        take_summary(i, end);
        headline_may_follow = false;
        i = end - 1;
      } else if (repeats_headline(row)) {
        row.role = Role::headline;
      } else if (headline_may_follow) {
        headline_may_follow = false;
        if (!take_headline(i)) paragraphs += add_paragraph(i, standfirst);
      } else {
        paragraphs += add_paragraph(i, standfirst);
      }
    }
    return i;
  }

  // One of a chronicle (page.h) has lost its credit: it is no stamp.
  std::optional<CreditLine> stamp_of(const Row& row) const {
    if (page_.head > 0 || article_.published.known() || row.role == Role::headline || row.prose || row.bullet ||
        read_credit_line(row.text)) {
      return std::nullopt;
    }
    return read_stamp(row.text);
  }

  // A file of one line is no byline and no date.
  bool is_only_text(std::size_t i) const { return i == 0 && next_row(page_, 1) == page_.block; }

  std::size_t add_paragraph(std::size_t i, std::vector<std::size_t>& standfirst) const {
    standfirst.push_back(i);
    return page_.rows[i].bullet ? 0 : 1;
  }

  bool repeats_headline(const Row& row) const {
    return !article_.headline.empty() && row.text.size() < article_.headline.size() + 8 &&
           fold_label(row.text) == fold_label(article_.headline);
  }

  bool take_headline(std::size_t i) {
    Row& row = page_.rows[i];
    const std::size_t next = next_row(page_, i + 1);
    if (!is_headline_like(row.text)) return false;
    if (next < page_.block) {
      if (is_summary_heading(row.text)) return false;  // its bullets have lost their marks
      const Row& follower = page_.rows[next];
      const bool stands_apart = follower.gap || follower.credit || follower.prose || end_of_summary(next) > next;
      if (!stands_apart) return false;
    }
    give_headline(row);
    return true;
  }

  void give_headline(Row& row) {
    row.role = Role::headline;
    if (!article_.headline.empty()) return;
    article_.headline = row.text;
    article_.headline_from = HeadlineFrom::text;
  }

  // Behind the bullets below the summary heading in row `i`; `i` where there is none.
  std::size_t end_of_summary(std::size_t i) const {
    if (!is_summary_heading(page_.rows[i].text)) return i;
    std::size_t end = next_row(page_, i + 1);
    if (end == page_.block || !is_entry(end)) return i;
    while (end < page_.block && (is_entry(end) || page_.rows[end].role == Role::boilerplate)) ++end;
    while (page_.rows[end - 1].role == Role::boilerplate) --end;
    return end;
  }

  bool is_entry(std::size_t i) const { return !entry_text(page_.rows[i].text).empty(); }

  void take_summary(std::size_t heading, std::size_t end) {
    page_.rows[heading].role = Role::summary_heading;
    for (std::size_t i = heading + 1; i < end; ++i) {
      Row& row = page_.rows[i];
      if (row.role != Role::body) continue;
      row.role = Role::summary;
      row.text = std::string(entry_text(row.text));
    }
  }

  // What stood between the headline and the byline or date in row `credit`, where the body is still to come.
  void take_standfirst(std::vector<std::size_t>& rows, std::size_t credit) {
    const bool fits =
        std::ranges::all_of(rows, [&](std::size_t i) { return page_.rows[i].text.size() <= kLongestStandfirst; });
    if (article_.headline_from == HeadlineFrom::text && fits && !summary_given_ && has_prose(credit, page_.block)) {
      for (std::size_t i : rows) page_.rows[i].role = Role::summary;
    }
    rows.clear();
  }

  // Uses the names and dates of a row; what says something else than is known already is set aside.
  void take_credit(Row& row) {
    bool used = true;
    for (const DateLine& line : row.credit->dates) used = take_date(line) && used;
    const bool known = std::ranges::all_of(row.credit->names, [&](const std::string& name) {
      return std::ranges::find(article_.byline, name) != article_.byline.end();
    });
    if (!byline_given_) add_names(row.credit->names, article_.byline);
    if (byline_given_ && !known) used = false;
    row.role = used ? Role::credit : Role::boilerplate;
  }

  bool take_date(const DateLine& line) {
    if (line.label == DateLabel::updated) {
      if (update_.written.empty()) update_ = line;
      return false;
    }
    const std::optional<Date> date = date_of(line);
    if (article_.published.known()) return date && date->first() == article_.published.first();
    take_published(article_, date, line.written, PublishedFrom::text, rules_.now);
    return article_.published.known() || article_.published_rejected == line.written;
  }

  // "Published: …" counts wherever it stands; a bare date does not.
  void take_labelled_dates(std::size_t from) {
    for (std::size_t i = from; i < page_.block; ++i) {
      Row& row = page_.rows[i];
      if (row.role == Role::body && row.credit && row.credit->is_labelled_date()) take_credit(row);
    }
  }

  // What stands behind the last paragraph: a date, a byline, a signature.
  void read_end() {
    for (int taken = 0; taken < kMostClosingRows; ++taken) {
      const std::size_t last = last_body_row(page_.block);
      if (last == page_.block) return;
      const std::size_t before = last_body_row(last);
      if (before == last || !has_prose(0, before + 1)) return;
      Row& row = page_.rows[last];
      if (row.credit) {
        take_credit(row);
      } else if (!take_signature(row, page_.rows[before])) {
        return;
      }
    }
  }

  // The last row before `end` that is body; `end` where there is none.
  std::size_t last_body_row(std::size_t end) const {
    for (std::size_t i = end; i-- > 0;) {
      if (page_.rows[i].role == Role::body) return i;
    }
    return end;
  }

  bool has_prose(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (page_.rows[i].role == Role::body && page_.rows[i].prose) return true;
    }
    return false;
  }

  bool take_signature(Row& row, const Row& before) {
    const std::string name = name_of_signature(row.text);
    if (name.empty() || !(before.prose || before.credit)) return false;
    const bool known = std::ranges::find(article_.byline, name) != article_.byline.end();
    if (!known && (!article_.byline.empty() || page_.head > 0)) return false;  // of a page it may be a button
    add_names({name}, article_.byline);
    row.role = Role::credit;
    return true;
  }

  // A date of the last change counts where there is no other.
  void take_update() {
    if (article_.published.known() || update_.written.empty()) return;
    take_published(article_, date_of(update_), update_.written, PublishedFrom::text, rules_.now);
  }

  // Behind the article of a whole page stand other articles and menus ("By Industry").
  void take_byline_of_block() {
    if (page_.head > 0) return;
    for (std::size_t i = page_.block; i < page_.rows.size() && article_.byline.empty(); ++i) {
      if (page_.rows[i].credit) add_names(page_.rows[i].credit->names, article_.byline);
    }
  }

  Page& page_;
  const PageRules& rules_;
  Article& article_;
  const bool byline_given_;
  const bool summary_given_;
  DateLine update_;
};

void add_to_summary(std::string_view line, Article& article) {
  const std::string_view bullet = bullet_text(line);
  const std::string_view text = bullet.empty() ? line : bullet;
  const auto end =
      article.summary.begin() + static_cast<std::ptrdiff_t>(std::min(kMostCompared, article.summary.size()));
  if (std::find(article.summary.begin(), end, text) == end) article.summary.emplace_back(text);
}

}  // namespace

void read_page_text(std::string_view repaired, const PageRules& rules, Article& article) {
  Page page = make_page(repaired, rules.boilerplate);
  for (Row& row : page.rows) {
    const TextLine line = make_text_line(row.text);
    if (rules.lines) rules.lines->push_back(line);
    row.learned = rules.learned && rules.learned->contains(line.hash);
  }
  if (rules.may_be_page) set_page_aside(page, article.headline, !rules.headline_in_text);
  set_boilerplate_aside(page);
  PageReader(page, rules, article).read();
  for (Row& row : page.rows) {
    if (row.role == Role::body) article.body.push_back(std::move(row.text));
    if (row.role == Role::boilerplate) article.boilerplate.push_back(std::move(row.text));
    if (row.role == Role::summary) add_to_summary(row.text, article);
  }
  if (article.dateline.empty() && !article.body.empty()) article.dateline = read_dateline(article.body[0]).text;
}

void complete_article(Article& article, std::int64_t now) {
  derive_headline(article);
  if (article.language.empty()) article.language = detect_language(article);
  settle_published(article, order_of_site(article.language, article.url), now);
  article.words = 0;
  for (const std::string& paragraph : article.body) article.words += count_words(paragraph);
}

}  // namespace backfile
