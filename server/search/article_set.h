// A set of articles of a generation: one bit a number (columns.h numbers them).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace backfile {

class ArticleSet {
 public:
  // Of numbers below `size`; empty.
  explicit ArticleSet(std::uint32_t size = 0) : words_((std::size_t{size} + 63) / 64) {}

  void insert(std::uint32_t number) { words_[number / 64] |= std::uint64_t{1} << (number % 64); }
  bool contains(std::uint32_t number) const { return (words_[number / 64] >> (number % 64) & 1) != 0; }
  ArticleSet& operator&=(const ArticleSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  ArticleSet& operator-=(const ArticleSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }

  std::uint32_t size() const {
    std::uint32_t size = 0;
    for (const std::uint64_t word : words_) size += static_cast<std::uint32_t>(std::popcount(word));
    return size;
  }

  // Calls `each` with every number in it, in rising order.
  template <typename Each>
  void for_each(Each each) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1) {
        each(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
      }
    }
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace backfile
