// A page: the paragraphs of a copied text while it is being found out which of them are the article.
//
// The steps of page_text.h each give roles to rows; a row that nobody claims is body. `block` is the first row of what
// stands behind the article to the end of the text: menus, comment forms, other articles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/cleaning/boilerplate_list.h"
#include "indexer/cleaning/credit_line.h"

namespace backfile {

enum class Role : std::uint8_t { body, headline, credit, summary_heading, summary, boilerplate };

struct Row {
  std::string text;
  bool gap = false;  // stands apart: behind a blank line, or in a text that has none
  bool bullet = false;
  bool prose = false;       // running text, and no bullet
  std::uint32_t words = 0;  // two characters of a script without spaces count as one
  BoilerplateKinds kinds;
  bool learned = false;              // a line of the site's, not of the article's (learned_lines.h)
  std::optional<CreditLine> credit;  // what it says as a byline or date
  Role role = Role::body;
};

// May the row open a block of what is not the article?
bool opens_block(const Row& row);

// Is it known as the site's, by the list or because it recurs?
bool is_furniture(const Row& row);

// More dates than these on lines of their own are a list or a chronicle: none is known to be the article's.
inline constexpr std::size_t kMostDateRows = 2;

struct Page {
  std::vector<Row> rows;
  std::size_t head = 0;  // the first row of the article; not 0 where the text is a whole page
  std::size_t block = 0;
};

// The rows of a text, insertions such as "(opens in a new tab)" taken out; block is behind the last row.
Page make_page(std::string_view repaired, const BoilerplateList& list);

// Sets aside lines of boilerplate, learned lines, short lines between those behind the last prose (a list of headlines
// that changes from day to day), and finds the block behind the article. Dates that head the entries of a chronicle
// (more than two on lines of their own) lose their `credit`.
void set_boilerplate_aside(Page& page);

// The row at or behind `from` and before the block that is not set aside; page.block where there is none.
std::size_t next_row(const Page& page, std::size_t from);

}  // namespace backfile
