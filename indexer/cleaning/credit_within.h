// Credits that stand inside a short line of a page among other words: "Posted on March 3, 2025 by Ann Lee | 5 min
// read". What is nothing but a credit is read by credit_line.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/cleaning/credit_line.h"
#include "indexer/cleaning/written_date.h"

namespace backfile {

inline constexpr std::size_t kLongestCreditLine = 160;  // bytes; in longer ones nothing is found

// The date inside a line, as written there; empty where there is none with a day.
std::string date_within(std::string_view line, DateOrder order = DateOrder::unknown);

// The dates of a line in their order, each as what the line calls it. None that its words tell of, or call the date of
// something else.
std::vector<DateLine> dates_within(std::string_view line, DateOrder order = DateOrder::unknown);

// Does the text before a date call it one of something else than an article? "Born", "Opens:", "Event date"
bool calls_other_date(std::string_view before);

// Is a date with these words around it one that the text tells of ("The act was signed into law on August 14, 1935")?
bool is_told_in_sentence(std::string_view before, std::string_view behind);

// Does the line begin with "By Ann Lee", or with "ByAnn Lee", where only the page's style sets the two apart?
bool begins_with_byline_mark(std::string_view line);

// Names that the line marks: "By Ann Lee", "Shipping | By Ann Lee | 3 March", "Posted on 3 March 2025 by Ann Lee".
std::vector<std::string> names_within(std::string_view line);

// Words of buttons: "Text size", "Print article".
bool is_of_screen(std::string_view line);

// Marked names, and dates, of a line in the head of a page; pieces that only the page's style sets apart may touch
// ("Ann LeeMarch 3, 2025"). Nothing where it holds neither.
std::optional<CreditLine> read_credit_within(std::string_view line);

// Names of two words or more that no mark tells, beside a date: "Ann Lee March 3, 2025", "Ann Lee • Updated on Mar 3,
// 2025". None where the line holds no date. A section looks the same ("Harbour News | Mar 3, 2025").
std::vector<std::string> names_beside_date(std::string_view line);

}  // namespace backfile
