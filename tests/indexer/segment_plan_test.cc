#include "indexer/segment_plan.h"

#include <doctest/doctest.h>

#include <vector>

using namespace backfile;

namespace {

using Fates = std::vector<SegmentFate>;
constexpr SegmentFate kStays = SegmentFate::stays;
constexpr SegmentFate kMerges = SegmentFate::merges;
constexpr SegmentFate kDropped = SegmentFate::is_dropped;

Fates plan(std::vector<SegmentUse> segments, std::uint32_t fresh) { return plan_segments(segments, fresh); }

}  // namespace

TEST_CASE("small segments merge into what is written, large ones stay") {
  CHECK(plan({{200000, 200000}}, 1) == Fates{kStays});
  CHECK(plan({{200000, 200000}, {1, 1}}, 1) == Fates{kStays, kMerges});
  CHECK(plan({{200000, 200000}, {2, 2}}, 1) == Fates{kStays, kStays});
  CHECK(plan({{200000, 200000}, {1500, 1500}, {900, 900}}, 1000) == Fates{kStays, kMerges, kMerges});
  CHECK(plan({{200000, 200000}}, 100001) == Fates{kMerges});
}

TEST_CASE("a segment of which little is left is written anew, of which nothing is left is dropped") {
  CHECK(plan({{9000, 6000}, {900, 599}}, 0) == Fates{kStays, kMerges});
  CHECK(plan({{900, 0}, {5, 5}}, 0) == Fates{kDropped, kStays});
  CHECK(plan({}, 10).empty());
}

TEST_CASE("over a thousand nights segments stay few, and an article is written again but a few times") {
  std::vector<SegmentUse> segments{{200000, 200000}};
  std::uint64_t written = 0;
  std::size_t most = 0;
  for (int night = 0; night < 1000; ++night) {
    std::uint32_t fresh = 100;
    const Fates fates = plan_segments(segments, fresh);
    std::vector<SegmentUse> next;
    for (std::size_t i = 0; i < fates.size(); ++i) {
      if (fates[i] == kStays) next.push_back(segments[i]);
      if (fates[i] == kMerges) fresh += segments[i].live;
    }
    next.push_back({fresh, fresh});
    written += fresh;
    segments = next;
    most = std::max(most, segments.size());
  }
  std::uint64_t articles = 0;
  for (const SegmentUse& segment : segments) articles += segment.live;
  CHECK(articles == 300000);
  CHECK(most <= 12);
  CHECK(written < 100000 * 12);
}
