#include "server/search/top_stories.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <tuple>

namespace backfile {
namespace {

struct Told {
  std::uint32_t times = 0;
  std::int32_t first = 0;  // day
  std::uint32_t article = 0;
};

}  // namespace

std::vector<RankedMatch> most_told(const ArticleSet& set, std::size_t most, const SearchHandle& handle) {
  const Columns& columns = *handle.columns;
  const auto day_of = [&](std::uint32_t article) { return columns.published[article].first; };
  std::vector<Told> stories(columns.story_sets.size());
  std::vector<Told> all;
  set.for_each([&](std::uint32_t article) {
    const std::uint32_t story = columns.story_set[article];
    if (story == kNoCopies) return all.push_back({1, day_of(article), article});
    Told& told = stories[story];
    if (told.times++ == 0 || day_of(article) < told.first) {
      told.first = day_of(article);
      told.article = article;
    }
  });
  std::ranges::copy_if(stories, std::back_inserter(all), [](const Told& told) { return told.times > 0; });
  const auto kept = static_cast<std::ptrdiff_t>(std::min(most, all.size()));
  std::ranges::partial_sort(all, all.begin() + kept, std::ranges::greater{},
                            [](const Told& told) { return std::tuple(told.times, told.first, told.article); });
  std::vector<RankedMatch> page;
  for (const Told& told : std::span(all).first(static_cast<std::size_t>(kept))) {
    page.push_back({columns.docid_of(told.article), static_cast<double>(told.times)});
  }
  return page;
}

}  // namespace backfile
