#include "indexer/cleaning/closing_block.h"

#include <algorithm>

namespace backfile {
namespace {

constexpr std::size_t kRowsLookedAhead = 60;  // for running text behind what may open a block
constexpr std::size_t kFewestWords = 60;      // of it: a quarter of what stands before, within these two
constexpr std::size_t kMostWanted = 150;
constexpr std::size_t kWordsARow = 40;    // of it for each row of other kinds
constexpr std::size_t kFewestOfEnd = 25;  // of it in the last paragraphs
constexpr std::size_t kMostRowsOfBox = 3;

using Rows = std::vector<Row>;

std::size_t prose_words(const Rows& rows, std::size_t begin, std::size_t end) {
  std::size_t words = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (rows[i].prose && rows[i].role == Role::body) words += rows[i].words;
  }
  return words;
}

// A counter of comments or such may stand between the standfirst and the byline: then the body is still to come.
bool stands_in_head(const Rows& rows, std::size_t body, std::size_t at) {
  if (at != body + 1) return false;
  for (std::size_t i = at + 1; i < std::min(rows.size(), at + 3); ++i) {
    if (rows[i].credit) return prose_words(rows, i, rows.size()) > prose_words(rows, body, at);
  }
  return false;
}

// Does running text predominate behind row `i`, as in an article and not among the titles and teasers of others?
bool goes_on(const Page& page, std::size_t i, std::size_t words_before) {
  const std::size_t end = std::min(page.block, i + 1 + kRowsLookedAhead);
  std::size_t words = 0;
  std::size_t others = 0;  // rows
  for (std::size_t next = i + 1; next < end && !page.rows[next].kinds.end; ++next) {
    const Row& row = page.rows[next];
    if (!row.prose) ++others;
    if (!row.prose || opens_block(row)) continue;
    words += row.words;
    const bool enough = words >= std::clamp(words_before / 4, kFewestWords, kMostWanted);
    if (enough && words >= kWordsARow * others) return true;
  }
  return page.head == 0 && words >= kFewestOfEnd && others <= kMostRowsOfBox;  // the last paragraphs of an article
}

// Sets a box inside the text aside: what opens it in row `i`, and the lines between it and the next running text.
// Returns its last row.
std::size_t set_box_aside(Page& page, std::size_t i) {
  page.rows[i].role = Role::boilerplate;
  if (!page.rows[i].kinds.open) return i;
  for (; i + 1 < page.block && !page.rows[i + 1].prose; ++i) page.rows[i + 1].role = Role::boilerplate;
  return i;
}

// How many times the text before it must stand behind what may open a block, that it does not.
std::size_t times_before(const BoilerplateKinds& kinds) {
  if (kinds.end) return 10;
  return kinds.open ? 3 : 1;
}

}  // namespace

std::size_t find_closing_block(Page& page, std::size_t body) {
  std::size_t before = 0;  // words of running text
  const std::size_t all = prose_words(page.rows, body, page.block);
  for (std::size_t i = body; i < page.block; ++i) {
    Row& row = page.rows[i];
    const std::size_t own = row.prose && row.role == Role::body ? row.words : 0;
    if (i > body && opens_block(row) && !stands_in_head(page.rows, body, i)) {
      const bool most_follows = all - before - own > before * times_before(row.kinds);
      if (!most_follows && (row.kinds.end || !goes_on(page, i, before))) return i;
      i = set_box_aside(page, i);
      continue;
    }
    if (i > body && (opens_block(row) || row.kinds.line)) row.role = Role::boilerplate;
    before += own;
  }
  return page.block;
}

}  // namespace backfile
