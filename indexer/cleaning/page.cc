#include "indexer/cleaning/page.h"

#include <algorithm>

#include "indexer/cleaning/headline.h"
#include "indexer/cleaning/paragraphs.h"
#include "indexer/cleaning/sentence.h"
#include "indexer/cleaning/text_repair.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestCaptionHeading = 100;  // bytes
constexpr int kMostDateRows = 2;

using Rows = std::vector<Row>;

bool opens(const Row& row) { return row.kinds.open || row.kinds.tail; }

// The first row of running text that is not furniture of the page's top.
std::size_t first_prose(const Rows& rows) {
  const auto row = std::ranges::find_if(
      rows, [](const Row& r) { return r.prose && !r.learned && !r.kinds.top && !r.kinds.line && !opens(r); });
  return static_cast<std::size_t>(row - rows.begin());
}

// Before the body, a phrase that opens blocks elsewhere ("Search") is furniture where a headline is still to come, and
// else may be the headline itself.
void set_top_aside(Rows& rows, std::size_t body) {
  bool headline_follows = false;
  for (std::size_t i = std::min(body, rows.size()); i-- > 0;) {
    Row& row = rows[i];
    const bool furniture = row.learned || row.kinds.line || row.kinds.top || (opens(row) && headline_follows);
    if (furniture) row.role = Role::boilerplate;
    if (!furniture && !opens(row) && !row.credit && is_headline_like(row.text)) headline_follows = true;
  }
}

std::size_t prose_bytes(const Rows& rows, std::size_t begin, std::size_t end) {
  std::size_t bytes = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (rows[i].prose && rows[i].role == Role::body) bytes += rows[i].text.size();
  }
  return bytes;
}

// A counter of comments or such may stand between the standfirst and the byline: then the body is still to come.
bool stands_in_head(const Rows& rows, std::size_t body, std::size_t at) {
  if (at != body + 1) return false;
  for (std::size_t i = at + 1; i < std::min(rows.size(), at + 3); ++i) {
    if (rows[i].credit) return prose_bytes(rows, i, rows.size()) > prose_bytes(rows, body, at);
  }
  return false;
}

std::size_t find_block(Rows& rows, std::size_t body) {
  std::size_t before = 0;  // bytes of prose
  const std::size_t all = prose_bytes(rows, 0, rows.size());
  for (std::size_t i = body; i < rows.size(); ++i) {
    Row& row = rows[i];
    if (i > body && opens(row) && !stands_in_head(rows, body, i)) {
      const std::size_t own = row.prose ? row.text.size() : 0;
      if (row.kinds.open || all - before - own < before) return i;
    }
    if (i > body && (opens(row) || row.kinds.line)) row.role = Role::boilerplate;
    if (row.prose) before += row.text.size();
  }
  return rows.size();
}

// Captions and credits directly before the block, with the heading above them.
void set_captions_aside(Rows& rows, std::size_t block) {
  bool caption = false;
  for (std::size_t i = block; i-- > 0;) {
    Row& row = rows[i];
    if (row.kinds.caption && !row.prose) {
      row.role = Role::boilerplate;
      caption = true;
    } else if (row.role != Role::boilerplate) {
      const bool heading = !row.prose && !row.bullet && !row.credit && row.text.size() <= kLongestCaptionHeading &&
                           !ends_with_full_stop(row.text);
      if (caption && heading && i > 0) row.role = Role::boilerplate;
      return;
    }
  }
}

// Learned lines, and behind the last prose what stands between two of them.
void set_learned_aside(Rows& rows) {
  std::size_t behind_prose = rows.size();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].learned) rows[i].role = Role::boilerplate;
    if (rows[i].prose && !rows[i].learned) behind_prose = i + 1;
  }
  const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(behind_prose);
  const auto first = std::find_if(begin, rows.end(), [](const Row& row) { return row.learned; });
  auto last = rows.end();
  while (last != first && !(last - 1)->learned) --last;
  for (auto row = first; row != last; ++row) row->role = Role::boilerplate;
}

void forget_chronicle(Page& page) {
  auto is_date = [](const Row& row) { return row.credit && row.credit->is_bare_date(); };
  const auto end = page.rows.begin() + static_cast<std::ptrdiff_t>(page.block);
  if (std::count_if(page.rows.begin(), end, is_date) <= kMostDateRows) return;
  for (auto row = page.rows.begin(); row != end; ++row) {
    if (is_date(*row)) row->credit.reset();
  }
}

}  // namespace

Page make_page(std::string_view repaired, const BoilerplateList& list) {
  Page page;
  bool gap = false;
  for (Paragraph& paragraph : split_paragraphs(repaired)) {
    gap = gap || paragraph.gap;
    Row row;
    row.text = one_line(list.without_insertions(paragraph.text));
    if (row.text.empty()) continue;
    row.gap = gap;
    gap = false;
    row.bullet = !bullet_text(row.text).empty();
    row.prose = !row.bullet && is_prose(row.text);
    row.kinds = list.kinds_of(row.text);
    row.credit = read_credit_line(row.text);
    page.rows.push_back(std::move(row));
  }
  const bool any_gap = std::any_of(page.rows.begin() + (page.rows.empty() ? 0 : 1), page.rows.end(),
                                   [](const Row& row) { return row.gap; });
  for (Row& row : page.rows) row.gap = row.gap || !any_gap;
  page.block = page.rows.size();
  return page;
}

void set_boilerplate_aside(Page& page) {
  Rows& rows = page.rows;
  const std::size_t body = first_prose(rows);
  set_top_aside(rows, body);
  set_learned_aside(rows);
  if (body < rows.size()) page.block = find_block(rows, body);
  for (std::size_t i = page.block; i < rows.size(); ++i) rows[i].role = Role::boilerplate;
  if (page.block < rows.size()) set_captions_aside(rows, page.block);
  forget_chronicle(page);
}

std::size_t next_row(const Page& page, std::size_t from) {
  while (from < page.block && page.rows[from].role == Role::boilerplate) ++from;
  return std::min(from, page.block);
}

}  // namespace backfile
