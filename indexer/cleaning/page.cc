#include "indexer/cleaning/page.h"

#include <algorithm>

#include "index/character.h"
#include "index/tokenizer.h"
#include "indexer/cleaning/closing_block.h"
#include "indexer/cleaning/headline.h"
#include "indexer/cleaning/paragraphs.h"
#include "indexer/cleaning/sentence.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/cleaning/weak_bylines.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestCaptionHeading = 100;  // bytes
constexpr std::size_t kFewestOfProgram = 4;          // pairs
constexpr std::size_t kLongestOfProgram = 400;       // bytes

using Rows = std::vector<Row>;

// The first row of running text that is not furniture of the page's top.
std::size_t first_prose(const Page& page) {
  const auto row = std::find_if(page.rows.begin() + static_cast<std::ptrdiff_t>(page.head), page.rows.end(),
                                [](const Row& r) { return r.prose && r.role == Role::body && !is_furniture(r); });
  return static_cast<std::size_t>(row - page.rows.begin());
}

// Before the body, a phrase that opens blocks elsewhere ("Search") is furniture where a headline is still to come, and
// else may be the headline itself.
void set_top_aside(Rows& rows, std::size_t body) {
  bool headline_follows = false;
  for (std::size_t i = std::min(body, rows.size()); i-- > 0;) {
    Row& row = rows[i];
    if (row.role != Role::body) continue;
    const bool furniture = row.learned || row.kinds.line || row.kinds.top || (opens_block(row) && headline_follows);
    if (furniture) row.role = Role::boilerplate;
    if (!furniture && !opens_block(row) && !row.credit && is_headline_like(row.text)) headline_follows = true;
  }
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
  const auto begin = page.rows.begin() + static_cast<std::ptrdiff_t>(page.head);
  const auto end = page.rows.begin() + static_cast<std::ptrdiff_t>(page.block);
  auto late = end - (end - begin) / 5;
  if (std::count_if(late, end, is_date) < 2) late = end;  // else dates of other articles stand there
  if (static_cast<std::size_t>(std::count_if(begin, late, is_date)) <= kMostDateRows) return;
  for (auto row = page.rows.begin(); row != end; ++row) {
    if (is_date(*row)) row->credit.reset();
  }
}

std::uint32_t unspaced_characters(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    count += is_unspaced(c.code) && !is_mark(c.code) ? 1 : 0;
    at = c.end;
  }
  return count;
}

// "initialComments:true pubdate:07/18/2013": words of which a third join a name and a value.
bool is_of_program(std::string_view line) {
  if (line.size() > kLongestOfProgram) return false;
  std::size_t joined = 0;
  for (std::size_t at = line.find(':'); at != std::string_view::npos; at = line.find(':', at + 1)) {
    const bool between = at > 0 && at + 1 < line.size();
    const bool address = line.substr(at).starts_with("://");
    if (between && !address && line[at - 1] >= 'a' && line[at - 1] <= 'z' && line[at + 1] != ' ') ++joined;
  }
  const auto words = static_cast<std::size_t>(std::ranges::count(line, ' ')) + 1;
  return joined >= kFewestOfProgram && joined * 3 >= words;
}

}  // namespace

bool opens_block(const Row& row) { return row.kinds.end || row.kinds.open || row.kinds.tail; }

bool is_furniture(const Row& row) { return row.learned || row.kinds.line || row.kinds.top || opens_block(row); }

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
    const std::uint32_t words = count_words(row.text);
    row.prose = !row.bullet && is_prose(row.text, words);
    row.words = words - std::min(words, unspaced_characters(row.text) / 2);
    row.kinds = list.kinds_of(row.text);
    if (is_of_program(row.text)) row.kinds.top = true;
    row.credit = read_credit_line(row.text);
    page.rows.push_back(std::move(row));
  }
  const bool any_gap = std::any_of(page.rows.begin() + (page.rows.empty() ? 0 : 1), page.rows.end(),
                                   [](const Row& row) { return row.gap; });
  for (Row& row : page.rows) row.gap = row.gap || !any_gap;
  add_weak_bylines(page.rows);
  page.block = page.rows.size();
  return page;
}

void set_boilerplate_aside(Page& page) {
  Rows& rows = page.rows;
  const std::size_t body = first_prose(page);
  set_top_aside(rows, body);
  set_learned_aside(rows);
  if (body < page.block) page.block = find_closing_block(page, body);
  for (std::size_t i = page.block; i < rows.size(); ++i) rows[i].role = Role::boilerplate;
  if (page.block < rows.size()) set_captions_aside(rows, page.block);
  forget_chronicle(page);
}

std::size_t next_row(const Page& page, std::size_t from) {
  while (from < page.block && page.rows[from].role == Role::boilerplate) ++from;
  return std::min(from, page.block);
}

}  // namespace backfile
