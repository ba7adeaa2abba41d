#include "indexer/cleaning/page_head.h"

#include <algorithm>

#include "index/fold.h"
#include "indexer/cleaning/article_extent.h"
#include "indexer/cleaning/credit_within.h"
#include "indexer/cleaning/date_line.h"
#include "indexer/cleaning/headline_row.h"
#include "indexer/cleaning/summary.h"

namespace backfile {
namespace {

constexpr std::uint32_t kFewestOfStandfirst = 5;  // words
constexpr std::uint32_t kMostOfButton = 2;        // words
constexpr std::size_t kLongestCounter = 3;        // bytes
constexpr std::size_t kRowsOfButtons = 15;        // between a headline and the date above it

using Rows = std::vector<Row>;

// "Share", "Text size", "12"
bool is_button(const Row& row) {
  const bool counter =
      row.text.size() <= kLongestCounter && row.text.find_first_not_of("0123456789") == std::string::npos;
  return is_furniture(row) || counter || (row.words <= kMostOfButton && is_of_screen(row.text));
}

// Between the headline and the text of a whole page all lines are buttons, captions and the headlines of other
// articles, but for a standfirst right below the headline.
void set_others_aside(Rows& rows, const ArticleExtent& extent) {
  bool follows_headline = true;
  for (std::size_t i = *extent.headline + 1; i < extent.begin; ++i) {
    Row& row = rows[i];
    if (row.credit || row.bullet || is_summary_heading(row.text)) continue;
    const bool standfirst = follows_headline && row.words >= kFewestOfStandfirst;
    follows_headline = false;
    if (!standfirst) row.role = Role::boilerplate;
  }
}

// In a text without menus short lines may be a table or a poem.
void set_buttons_aside(Rows& rows, std::size_t headline) {
  for (std::size_t i = headline + 1; i < rows.size() && !rows[i].prose; ++i) {
    if (!rows[i].credit && !rows[i].bullet && is_button(rows[i])) rows[i].role = Role::boilerplate;
  }
}

// Right above the headline, or the date of the last change above a row of buttons.
bool may_hold_credit(const Page& page, std::size_t i) {
  if (!page.rows[i].credit) return false;
  if (i + kRowsToCredit >= page.head) return true;
  if (i + kRowsOfButtons < page.head || !says_updated(fold(page.rows[i].text))) return false;
  return std::all_of(page.rows.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                     page.rows.begin() + static_cast<std::ptrdiff_t>(page.head),
                     [](const Row& row) { return is_furniture(row) || row.words <= kFewestOfStandfirst; });
}

// Above the headline only credits stay, and only where there is no date below: pages begin with today's date.
void set_menus_aside(Page& page, const ArticleExtent& extent) {
  page.head = extent.headline.value_or(extent.begin);
  page.block = extent.end;
  const auto begin = page.rows.begin() + static_cast<std::ptrdiff_t>(page.head);
  const auto end = page.rows.begin() + static_cast<std::ptrdiff_t>(std::min(extent.begin + kRowsToCredit, page.block));
  const bool dated = std::any_of(begin, end, [](const Row& row) { return row.credit && !row.credit->dates.empty(); });
  for (std::size_t i = 0; i < page.head; ++i) {
    if (dated || !may_hold_credit(page, i)) page.rows[i].role = Role::boilerplate;
  }
  for (std::size_t i = page.block; i < page.rows.size(); ++i) page.rows[i].role = Role::boilerplate;
}

// Of many dates between headline and text the last is the article's, the others are those of others.
void forget_listed_dates(Rows& rows, std::size_t headline, std::size_t text) {
  std::vector<std::size_t> dates;
  for (std::size_t i = headline + 1; i < text; ++i) {
    if (rows[i].credit && rows[i].credit->is_bare_date()) dates.push_back(i);
  }
  if (dates.size() <= kMostDateRows) return;
  dates.pop_back();
  for (std::size_t i : dates) rows[i].credit.reset();
}

}  // namespace

void set_page_aside(Page& page, std::string_view headline, bool only_menus) {
  const auto found = find_extent(page.rows, headline, only_menus);
  if (!found) return;
  const ArticleExtent& extent = *found;
  for (const auto& [row, credit] : extent.credits) page.rows[row].credit = credit;
  if (extent.headline) forget_listed_dates(page.rows, *extent.headline, extent.begin);
  if (extent.is_whole_page) set_menus_aside(page, extent);
  if (!extent.headline) return;
  page.rows[*extent.headline].role = Role::headline;
  if (extent.has_menu) {
    set_others_aside(page.rows, extent);
  } else {
    set_buttons_aside(page.rows, *extent.headline);
  }
}

}  // namespace backfile
