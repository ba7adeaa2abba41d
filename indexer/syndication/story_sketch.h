// A story sketch: what is kept of an article's words to tell whether another is nearly the same text.
//
// Texts are compared as sets of shingles, three words (or pairs of characters) in a row; the resemblance of two sets is
// what they share of what they have together. MinHash estimates it: under each of 128 hash functions the least value of
// a set is kept, and two sets share it with the probability of their resemblance, so that the standard error is at most
// 0.045 (Broder, "On the resemblance and containment of documents", 1997).
//
// Names and numbers are kept apart too. What comes out in the same words about something else (prices of the day, bonds
// of one company and of the next) resembles its like and is no copy: its names or its numbers differ.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "index/article.h"

namespace backfile {

struct StorySketch {
  static constexpr std::size_t kHashes = 128;
  static constexpr std::size_t kMostTelling = 32;

  std::array<std::uint16_t, kHashes> least{};  // 16 bits of the least value under each hash
  // Hashes of its names (words with a capital; of a brief also those of its headline) and of its numbers: the least of
  // each, in rising order.
  std::vector<std::uint32_t> names;
  std::vector<std::uint32_t> numbers;
  std::uint32_t shingles = 0;  // how many it has, those that it has twice twice
  bool empty = true;           // too few words to compare

  friend bool operator==(const StorySketch&, const StorySketch&) = default;
};

// Of the body; where that is short also of the headline, since "more soon" is the body of many.
StorySketch make_story_sketch(const Article& article);

// The share of equal values: an estimate of the resemblance of both, 0 to 1. 0 where one is empty.
double resemblance(const StorySketch& a, const StorySketch& b);

// How much of the smaller set of shingles the other one holds, 0 to 1, estimated from the resemblance and the sizes
// (Broder 1997): high for an excerpt of a text, however short.
double share_of_shorter(const StorySketch& a, const StorySketch& b);

// Of names, or of numbers, as a sketch has them: how much of the smaller set the other one holds, 0 to 1 (Broder's
// containment, of the same sample; 1 where one is empty). A longer version has more names than the shorter, not others.
double containment(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace backfile
