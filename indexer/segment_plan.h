// Which segments a run writes anew: the policy by which small segments merge.
//
// A run writes one new segment of the articles that are new or changed. Into it go, from the smallest on, the segments
// whose articles are fewer than twice what is being written already, so that sizes at least double from one segment to
// the next and an article is written again but a logarithm of times (logarithmic merging: Lester, Moffat, Zobel, 2005);
// and those of which more than a third is withdrawn. A segment of which nothing is left is dropped.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace backfile {

// A segment of the last generation, as this run finds it.
struct SegmentUse {
  std::uint32_t articles = 0;  // documents in it
  std::uint32_t live = 0;      // of these, how many stay as they are
};

enum class SegmentFate : std::uint8_t { stays, merges, is_dropped };

// `fresh`: articles that are written in any case. Where nothing is, segments may still merge for what is withdrawn.
std::vector<SegmentFate> plan_segments(std::span<const SegmentUse> segments, std::uint32_t fresh);

}  // namespace backfile
