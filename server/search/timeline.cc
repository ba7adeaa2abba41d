#include "server/search/timeline.h"

#include <algorithm>
#include <optional>
#include <string>

#include "server/search/periods.h"

namespace backfile {
namespace {

// Calls `each` with when each article of the set appeared; or each story, with the earliest of its dates that are known
// at least to `least`.
template <typename Each>
void for_each_appearance(const ArticleSet& set, const Columns& columns, bool stories, Precision least, Each each) {
  std::vector<std::optional<KnownPeriod>> first_of(stories ? columns.story_sets.size() : 0);
  set.for_each([&](std::uint32_t article) {
    const KnownPeriod& published = columns.published[article];
    const std::uint32_t story = stories ? columns.story_set[article] : kNoCopies;
    if (story == kNoCopies) return each(published);
    std::optional<KnownPeriod>& first = first_of[story];
    const bool is_known = published.precision >= least;
    if (!first || (is_known && (first->precision < least || published.first < first->first))) first = published;
  });
  for (const auto& first : first_of) {
    if (first) each(*first);
  }
}

std::optional<DayRange> range_of(const std::vector<ArticleSet>& sets, const Columns& columns) {
  std::optional<DayRange> range;
  for (const ArticleSet& set : sets) {
    set.for_each([&](std::uint32_t article) {
      const KnownPeriod& published = columns.published[article];
      if (published.precision == Precision::none) return;
      if (!range) range = DayRange{published.first, published.first};
      range->first = std::min(range->first, published.first);
      range->last = std::max(range->last, published.first);
    });
  }
  return range;
}

// Nothing where no end is given and nothing is dated.
std::optional<DayRange> range_for(const SearchRequest& narrowed, std::optional<DayRange> found) {
  if (!found && !(narrowed.from && narrowed.to)) return std::nullopt;
  DayRange range = found.value_or(DayRange{});
  if (narrowed.from) range.first = day_number(narrowed.from->first());
  if (narrowed.to) range.last = day_number(narrowed.to->last());
  return range;
}

struct Counted {
  std::uint32_t total = 0;
  std::uint32_t undated = 0;
  std::vector<std::uint32_t> buckets;
};

Counted count(const ArticleSet& set, const Columns& columns, bool stories, const Periods* periods, Precision least) {
  Counted counted;
  if (periods) counted.buckets.resize(periods->size());
  for_each_appearance(set, columns, stories, least, [&](const KnownPeriod& published) {
    ++counted.total;
    const auto number =
        periods && published.precision >= least ? periods->find(published.first) : std::optional<std::uint32_t>();
    number ? ++counted.buckets[*number] : ++counted.undated;
  });
  return counted;
}

// Only called where every date that is precise enough lies in one of the periods, but for `all`.
std::vector<TimelineBucket> buckets_of(const Counted& counted, const Counted& all, const Periods* periods) {
  std::vector<TimelineBucket> buckets;
  for (std::uint32_t i = 0; periods && i < periods->size(); ++i) {
    const DayRange days = periods->at(i);
    buckets.push_back({day_of_number(days.first), day_of_number(days.last), counted.buckets[i], all.buckets[i]});
  }
  return buckets;
}

}  // namespace

void count_over_time(const std::vector<ArticleSet>& sets, const ArticleSet& all, const TimelineRequest& request,
                     const Columns& columns, TimelineAnswer& answer) {
  const bool stories = request.narrowed.collapse_stories;
  const auto range = range_for(request.narrowed, range_of(sets, columns));
  answer.interval = request.interval != Interval::automatic ? request.interval
                    : range                                 ? interval_for(*range)
                                                            : Interval::month;
  std::optional<Periods> periods;
  if (range) periods.emplace(answer.interval, *range);
  if (periods && periods->size() > kMostPeriods) {
    throw InvalidRequest("interval",
                         "That are " + std::to_string(periods->size()) + " periods, more than " +
                             std::to_string(kMostPeriods) + ": ask for a longer 'interval', or narrow 'from' and 'to'.",
                         std::to_string(kMostPeriods));
  }
  const Periods* const over = periods ? &*periods : nullptr;
  const Precision least = precision_of(answer.interval);
  const Counted of_all = count(all, columns, stories, over, least);
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const Counted counted = count(sets[i], columns, stories, over, least);
    TimelineSeries& series = answer.series[i];
    series.total = counted.total;
    series.undated = counted.undated;
    series.buckets = buckets_of(counted, of_all, over);
  }
}

}  // namespace backfile
