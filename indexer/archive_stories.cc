#include "indexer/archive_stories.h"

#include <algorithm>

#include "indexer/syndication/stories.h"

namespace backfile {

std::vector<StoryOf> find_archive_stories(const Ledger& ledger, const std::vector<std::string>& ids) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < ids.size(); ++i) {
    if (!ids[i].empty() && ledger.articles[i].rejection.reason.empty()) order.push_back(i);
  }
  std::ranges::sort(order, {}, [&](std::uint32_t i) -> const std::string& { return ids[i]; });
  std::vector<const StorySketch*> sketches;
  for (std::uint32_t i : order) sketches.push_back(&ledger.articles[i].sketch);
  const std::vector<std::uint32_t> firsts = group_stories(sketches);
  std::vector<std::uint32_t> sizes(order.size());
  for (std::uint32_t first : firsts) ++sizes[first];
  std::vector<StoryOf> stories(ids.size());
  for (std::size_t i = 0; i < order.size(); ++i) stories[order[i]] = {ids[order[firsts[i]]], sizes[firsts[i]] - 1};
  return stories;
}

}  // namespace backfile
