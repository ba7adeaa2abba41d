#include "indexer/cleaning/headline_row.h"

#include <algorithm>

#include "indexer/cleaning/headline.h"
#include "indexer/cleaning/page.h"
#include "indexer/cleaning/telling_words.h"

namespace backfile {
namespace {

constexpr std::size_t kRowsWithButtons = 12;  // between a headline and its byline, buttons counted
constexpr double kPointsOfWord = 0.25;
constexpr double kPointsOfDistance = 0.05;  // a row
constexpr std::uint32_t kMostWordsCounted = 8;
constexpr std::uint32_t kMostWordsOfOpening = 15;  // of a headline that the text begins with

}  // namespace

bool is_trail(std::string_view line) {
  for (std::string_view mark : {" » ", " > ", " › ", " → "}) {
    if (line.find(mark) != std::string_view::npos) return true;
  }
  std::size_t marks = 0;
  for (std::string_view mark : {" / ", " | ", " • ", " · "}) {
    for (std::size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at + 1)) ++marks;
  }
  return marks > 1;
}

HeadlineFinder::HeadlineFinder(const std::vector<Row>& rows, std::size_t text_begin, const TellingWords& text,
                               const HeadCredits& credits)
    : rows_(rows), begin_(text_begin), text_(text), credits_(credits) {
  std::size_t dates = 0;
  for (std::size_t i = begin_ - std::min(begin_, kRowsAbove); i < begin_; ++i) {
    const CreditLine* credit = credit_of(rows_, i, credits_);
    if (credit && credit->is_bare_date()) ++dates;
  }
  are_listed_ = dates > kMostDateRows;
}

std::optional<std::size_t> HeadlineFinder::find() const {
  std::optional<std::size_t> best;
  double most = 0;
  for (std::size_t i = begin_ - std::min(begin_, kRowsAbove); i <= begin_; ++i) {
    if (!may_be(i)) continue;
    const double points = points_of(i);
    if (best && points <= most) continue;
    best = i;
    most = points;
  }
  return best ? above_standfirst(*best) : std::nullopt;
}

bool HeadlineFinder::may_be(std::size_t i) const {
  const Row& row = rows_[i];
  if (row.credit || credits_.contains(i) || is_furniture(row)) return false;
  if (i == begin_ && row.words > kMostWordsOfOpening) return false;
  if (ends_with_other(i)) return false;
  return row.words > 1 && is_headline_like(row.text) && !is_trail(row.text);
}

double HeadlineFinder::points_of(std::size_t i) const {
  return text_.aboutness(rows_[i].text) + kPointsOfWord * std::min(rows_[i].words, kMostWordsCounted) +
         (is_above_credit(i) ? kPointsOfCredit : 0.0) - (is_below_byline(i) || is_of_list(i) ? kPointsOfCredit : 0.0) -
         kPointsOfDistance * static_cast<double>(begin_ - i);
}

// Lists of other articles give each of them a date.
bool HeadlineFinder::is_of_list(std::size_t i) const {
  const CreditLine* next = i + 1 < rows_.size() ? credit_of(rows_, i + 1, credits_) : nullptr;
  return are_listed_ && next && next->is_bare_date();
}

bool HeadlineFinder::is_above_credit(std::size_t i) const {
  const std::size_t end = std::min(rows_.size(), i + 1 + kRowsWithButtons);
  std::size_t passed = 0;
  for (std::size_t next = i + 1; next < end && passed < kRowsToCredit; ++next) {
    const CreditLine* credit = credit_of(rows_, next, credits_);
    if (credit && !(credit->is_bare_date() && are_listed_)) return true;
    if (!is_furniture(rows_[next])) ++passed;
  }
  return false;
}

bool HeadlineFinder::is_below_byline(std::size_t i) const {
  for (std::size_t before = i - std::min(i, kRowsToCredit); before < i; ++before) {
    const CreditLine* credit = credit_of(rows_, before, credits_);
    if (credit && !credit->names.empty()) return true;
  }
  return false;
}

// "Shipping / Fog closes port" above "Fog closes port"
bool HeadlineFinder::ends_with_other(std::size_t i) const {
  const std::size_t end = std::min(rows_.size(), i + kRowsToCredit + 1);
  for (std::size_t other = i - std::min(i, kRowsToCredit); other < end; ++other) {
    const std::string& text = rows_[other].text;
    if (text.size() < rows_[i].text.size() && rows_[i].text.ends_with(text) && rows_[other].words > 2) return true;
  }
  return false;
}

// Of two lines that speak of the text the first is the headline, the other its standfirst or a caption.
std::optional<std::size_t> HeadlineFinder::above_standfirst(std::size_t row) const {
  if (row == 0) return row;
  const std::size_t above = row - 1;
  const std::uint32_t words = rows_[above].words;
  const bool long_enough =
      words >= kFewestOfHeadline && (rows_[row].words > kMostWordsCounted || words >= rows_[row].words);
  const bool speaks = long_enough && may_be(above) &&
                      text_.aboutness(rows_[above].text) >= text_.aboutness(rows_[row].text) * kShareOfHeadline;
  return speaks ? above : row;
}

}  // namespace backfile
