// When an article appeared: takes a date over into the article, or notes why not.
//
// A date more than 48 hours after `now` (seconds since 1970-01-01 UTC) cannot be true. Such a date, and one that cannot
// be read, goes into published_rejected as written; published stays unknown. So does what programs write for no date
// ("1970-01-01T00:00:00Z"). A known date is never replaced. A date
// whose day and month cannot be told apart waits there until all is read that may tell (date_order.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "index/article.h"
#include "indexer/cleaning/written_date.h"

namespace backfile {

// `date` empty: `written` has the form of a date but cannot be told. Whether the article has a known date now.
bool take_published(Article& article, const std::optional<Date>& date, std::string_view written, PublishedFrom from,
                    std::int64_t now);

// The same of the day that an address or a name of a file holds; empty: it holds none.
void take_day(Article& article, const std::optional<Date>& day, PublishedFrom from, std::int64_t now);

// What may be known of the order of day and month is known now: takes the rejected date if it can be read by it. Where
// the date stays unknown, published_from is none from here on.
void settle_published(Article& article, DateOrder order, std::int64_t now);

// A date as metadata give it: all forms of read_written_date (written_date.h), such a date among other words
// ("Published: March 5, 2024"), or seconds or milliseconds since 1970 in digits (from 100,000,000,000 on they are
// milliseconds).
std::optional<Date> read_metadata_date(std::string_view text, DateOrder order = DateOrder::unknown);

}  // namespace backfile
