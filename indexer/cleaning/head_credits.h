// Credits in the head of a page's text, freer than credit_line.h reads them: among other words, behind a "By" on the
// line before, and names alone beside a line with a date.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/cleaning/credit_line.h"

namespace backfile {

struct Row;
class TellingWords;

// By the numbers of their rows. A "By" that stands apart has an empty one.
using HeadCredits = std::unordered_map<std::size_t, CreditLine>;

// Of the rows [begin, end) that have no credit of their own. What `text` speaks of is no name without a mark.
HeadCredits head_credits_of(const std::vector<Row>& rows, std::size_t begin, std::size_t end, const TellingWords& text);

// The credit of a row, as found in its head, else its own; nullptr: none.
const CreditLine* credit_of(const std::vector<Row>& rows, std::size_t row, const HeadCredits& credits);

// Where [begin, end) names nobody, adds the first name that stands alone there, above or below a line with a date.
void add_name_alone(const std::vector<Row>& rows, std::size_t begin, std::size_t end, const TellingWords& text,
                    HeadCredits& credits);

// Does the credit of this line name a writer, say what its date is the date of, or have nothing besides it but a
// reading time? In the table of a report stands "Year ended October 31, 1986", in an obituary "Born 2 May 1924".
bool is_sure(std::string_view line, const CreditLine& credit);

}  // namespace backfile
