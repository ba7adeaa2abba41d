// When an article appeared, out of all that its page says of it.
#pragma once

#include <cstdint>

#include "index/article.h"
#include "indexer/cleaning/written_date.h"
#include "indexer/html/markup_dates.h"
#include "indexer/html/page_facts.h"
#include "indexer/html/visible_facts.h"

namespace backfile {

// The places that speak; each is only referred to.
struct PageDates {
  const PageFacts& surer;  // of the page's head and its JSON-LD
  const PageFacts& other;
  const MarkupDates& markup;
  const VisibleFacts& visible;
};

// Metadata before markup before what is seen before the day in the article's address; but a date in the head of the
// article before any other <time> that does not tell the same day's hour, a date of change last. A year or a month
// gives way to what agrees with it and says more: "2025" to "2025-03-03". Dates that cannot be true: published.h.
void take_page_date(Article& article, const PageDates& dates, DateOrder order, std::int64_t now);

}  // namespace backfile
