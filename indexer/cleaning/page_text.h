// Page text: what is copied from a page of news, as plain text, becomes an article.
//
//   Headline                         a short first line that does not end like a sentence
//   Mar 3, 2025                      a date on a line of its own
//   By Ann Lee                       a byline; or a signature behind the last paragraph
//   Highlights                       heading, and bullets: the summary
//     • …
//   PLACE, Jan 28 (Agency) - …       body: paragraphs and sub-headings, as they stand; the dateline is copied
//   Leave a Reply                    boilerplate, to the end (config/boilerplate.txt)
//
// Every part may be missing. Lines between headline and byline or date are the standfirst and go to the summary. No
// line is lost: each is in one of the article's fields, but for the heading of the summary and a repeated headline or
// byline. Never throws for what a text says.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "index/article.h"
#include "indexer/cleaning/boilerplate_list.h"
#include "indexer/cleaning/date_order.h"
#include "indexer/cleaning/learned_lines.h"

namespace backfile {

struct PageRules {
  const BoilerplateList& boilerplate;
  std::int64_t now = 0;                    // seconds since 1970: dates well after it are not believed
  bool headline_in_text = true;            // false: the first line is never the headline (text of a metadata record)
  const LineSet* learned = nullptr;        // lines set aside wherever they stand
  std::vector<TextLine>* lines = nullptr;  // gets every line of the text, set aside or not
  DateOrder order = DateOrder::unknown;    // of dates in numbers, where the text's own do not tell
  bool may_be_page = true;                 // false: the text is never the copy of a whole page, with its menus
};

// Adds to `article` what the text says: body and boilerplate; headline, byline, dateline, published and summary only
// where the article has none yet. `repaired` as from repair_text().
void read_page_text(std::string_view repaired, const PageRules& rules, Article& article);

// Derives what every article has: a headline, the number of words of its body, and its language where the source does
// not state one and the text tells. A date that waited for the language (take_published) is settled by it.
void complete_article(Article& article, std::int64_t now);

}  // namespace backfile
