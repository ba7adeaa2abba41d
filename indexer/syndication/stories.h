// Stories: which articles are one text, printed by several papers, sent again by its agency, or updated.
//
// Articles that share both values of a band of two (64 bands) are compared (locality-sensitive hashing: Leskovec,
// Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3): a pair of resemblance 0.3 is met with probability
// 0.998, of 0.1 with 0.47. Those that resemble each other by kLeastResemblance or more, and whose names and numbers
// do not speak against it, are of one story. So are the copies of copies; but of more than four articles each has to
// resemble the first of the story by kLeastWithFirst or more, or the shorter of both to stand mostly in the longer:
// else the days of an affair, each much like the one before, would be one story from end to end.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/syndication/story_sketch.h"

namespace backfile {

inline constexpr double kLeastResemblance = 0.3;
inline constexpr double kLeastWithFirst = 0.25;
inline constexpr double kLeastShareOfShorter = 0.5;

// For each article, which one is the first of its story (itself, where it has no copies before it). What is found is a
// function of the articles and their order: give them by their ids.
std::vector<std::uint32_t> group_stories(std::span<const StorySketch* const> articles);

}  // namespace backfile
