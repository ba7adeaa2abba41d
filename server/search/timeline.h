// The timeline: how many articles or stories appeared in each period, of all that are found and of all that there are.
#pragma once

#include <cstdint>
#include <vector>

#include "server/search/answer.h"
#include "server/search/article_set.h"
#include "server/search/columns.h"
#include "server/search/request.h"

namespace backfile {

// More periods than that are refused: nobody looks at them, and a century has 36,525 days.
inline constexpr std::uint32_t kMostPeriods = 10'000;

// Counts sets of articles over the same periods. The periods reach from request.narrowed.from to `to`, where these are
// given, else from the first to the last article of the sets. A story appeared when the first of its articles in the
// set did. What is not known precisely enough for the interval is undated.
//
// Fills in interval, and of each series total, undated and buckets; the series are there already, one a set. `all` is
// what the archive has, narrowed alike. Throws InvalidRequest (interval) beyond kMostPeriods.
void count_over_time(const std::vector<ArticleSet>& sets, const ArticleSet& all, const TimelineRequest& request,
                     const Columns& columns, TimelineAnswer& answer);

}  // namespace backfile
