#include "indexer/segment_plan.h"

#include <algorithm>
#include <numeric>

namespace backfile {
namespace {

bool is_mostly_withdrawn(const SegmentUse& segment) {
  return std::uint64_t{segment.articles - segment.live} * 3 > segment.articles;
}

}  // namespace

std::vector<SegmentFate> plan_segments(std::span<const SegmentUse> segments, std::uint32_t fresh) {
  std::vector<SegmentFate> fates(segments.size(), SegmentFate::stays);
  std::uint64_t written = fresh;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (segments[i].live == 0) fates[i] = SegmentFate::is_dropped;
    if (segments[i].live == 0 || !is_mostly_withdrawn(segments[i])) continue;
    fates[i] = SegmentFate::merges;
    written += segments[i].live;
  }
  std::vector<std::size_t> by_size(segments.size());
  std::iota(by_size.begin(), by_size.end(), 0u);
  std::ranges::stable_sort(by_size, {}, [&](std::size_t i) { return segments[i].live; });
  for (std::size_t i : by_size) {
    if (fates[i] != SegmentFate::stays || segments[i].live >= 2 * written) continue;
    fates[i] = SegmentFate::merges;
    written += segments[i].live;
  }
  return fates;
}

}  // namespace backfile
