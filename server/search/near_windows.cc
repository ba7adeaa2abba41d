#include "server/search/near_windows.h"

#include <algorithm>
#include <limits>
#include <span>

namespace backfile {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

std::uint64_t bit(std::size_t place) { return std::uint64_t{1} << place; }

// Can the occurrences of one window fill every place, no word twice?
class Filling {
 public:
  explicit Filling(const std::vector<std::uint32_t>& widths) : widths_(widths) {}

  bool possible(std::span<const NearOccurrence> window, std::uint32_t first) {
    words_.clear();
    phrases_.clear();
    for (const NearOccurrence& one : window) {
      if (one.first < first) continue;
      (one.first == one.last ? words_ : phrases_).push_back(&one);
    }
    taken_.clear();
    tries_left_ = kTries;
    return fill_phrases(0);
  }

 private:
  static constexpr int kTries = 64;

  // Phrases first, each choice in turn; what is left are words.
  bool fill_phrases(std::size_t place) {
    while (place < widths_.size() && widths_[place] == 1) ++place;
    if (place == widths_.size()) return fill_words();
    for (const NearOccurrence* phrase : phrases_) {
      if (!(phrase->places & bit(place)) || overlaps_taken(*phrase)) continue;
      if (--tries_left_ < 0) return true;  // too many to try: as good as true
      taken_.push_back(phrase);
      if (fill_phrases(place + 1)) return true;
      taken_.pop_back();
    }
    return false;
  }

  bool overlaps_taken(const NearOccurrence& one) const {
    return std::ranges::any_of(
        taken_, [&](const NearOccurrence* other) { return one.first <= other->last && other->first <= one.last; });
  }

  // Words to places by augmenting paths (Kuhn).
  bool fill_words() {
    place_of_.assign(words_.size(), kNone);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!taken_.empty() && overlaps_taken(*words_[i])) place_of_[i] = kNone - 1;
    }
    for (std::uint32_t place = 0; place < widths_.size(); ++place) {
      if (widths_[place] != 1) continue;
      seen_.assign(words_.size(), false);
      if (!give_word(place)) return false;
    }
    return true;
  }

  bool give_word(std::uint32_t place) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!(words_[i]->places & bit(place)) || place_of_[i] != kNone) continue;
      place_of_[i] = place;
      return true;
    }
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!(words_[i]->places & bit(place)) || seen_[i] || place_of_[i] == kNone - 1) continue;
      seen_[i] = true;
      if (!give_word(place_of_[i])) continue;
      place_of_[i] = place;
      return true;
    }
    return false;
  }

  const std::vector<std::uint32_t>& widths_;
  std::vector<const NearOccurrence*> words_;
  std::vector<const NearOccurrence*> phrases_;
  std::vector<const NearOccurrence*> taken_;
  std::vector<std::uint32_t> place_of_;  // of each word; kNone: free, kNone - 1: part of a phrase that is taken
  std::vector<bool> seen_;
  int tries_left_ = 0;
};

// A window slides over the text; `ends` gets the last position of each true one.
class Sliding {
 public:
  Sliding(const std::vector<NearOccurrence>& found, const NearShape& shape)
      : found_(found), shape_(shape), filling_(shape.widths), count_(shape.widths.size()) {
    const std::uint64_t all = shape.widths.size() < 64 ? bit(shape.widths.size()) - 1 : ~std::uint64_t{0};
    bool alike = true;
    for (const NearOccurrence& one : found_) {
      simple_ &= one.first == one.last && (one.places & (one.places - 1)) == 0;
      alike &= one.first == one.last && one.places == all;
    }
    if (alike) needed_ = static_cast<int>(shape.widths.size());
    simple_ |= alike;
    by_first_.resize(found_.size());
    for (std::uint32_t i = 0; i < found_.size(); ++i) by_first_[i] = i;
    if (!simple_) std::ranges::stable_sort(by_first_, {}, [&](std::uint32_t i) { return found_[i].first; });
  }

  std::vector<std::uint32_t> ends() {
    std::vector<std::uint32_t> ends;
    std::size_t left = 0;    // in by_first_: those before are out of the window
    std::size_t oldest = 0;  // in found_: those before are out of the window
    for (std::size_t i = 0; i < found_.size(); ++i) {
      change(found_[i], 1);
      const std::uint32_t last = found_[i].last;
      const std::uint32_t first = last > shape_.farthest ? last - shape_.farthest : 0;
      for (; found_[by_first_[left]].first < first; ++left) change(found_[by_first_[left]], -1);
      while (found_[oldest].last < first) ++oldest;
      if (i + 1 < found_.size() && found_[i + 1].last == last) continue;
      if (filled_ < count_.size()) continue;
      if (simple_ || filling_.possible(std::span(found_).subspan(oldest, i + 1 - oldest), first)) ends.push_back(last);
    }
    return ends;
  }

 private:
  void change(const NearOccurrence& one, int by) {
    for (std::uint64_t places = one.places; places != 0; places &= places - 1) {
      int& count = count_[static_cast<std::size_t>(__builtin_ctzll(places))];
      count += by;
      if (by > 0 && count == needed_) ++filled_;
      if (by < 0 && count == needed_ - 1) --filled_;
    }
  }

  const std::vector<NearOccurrence>& found_;
  const NearShape& shape_;
  Filling filling_;
  bool simple_ = true;  // each occurrence is one word, for one place or for any of them: counting is enough
  int needed_ = 1;      // occurrences that each place must have
  std::vector<std::uint32_t> by_first_;
  std::vector<int> count_;  // occurrences in the window, of each place
  std::size_t filled_ = 0;  // places that have as many as they must
};

std::vector<bool> in_any_order(const std::vector<NearOccurrence>& found, const NearShape& shape) {
  const std::vector<std::uint32_t> ends = Sliding(found, shape).ends();
  std::vector<bool> inside(found.size());
  for (std::size_t i = 0, end = 0; i < found.size(); ++i) {
    while (end < ends.size() && ends[end] < found[i].last) ++end;
    if (end == ends.size()) break;
    inside[i] = ends[end] - found[i].first <= shape.farthest;
  }
  return inside;
}

// Chains of occurrences in the order of the places, by dynamic programming: for each the latest beginning of a chain
// that leads to it and the earliest end of one that leads on. Marks `inside` for `found`, which `offset` numbers.
void mark_chains(std::span<const NearOccurrence> found, const NearShape& shape, std::size_t offset,
                 std::vector<bool>& inside) {
  const std::size_t places = shape.widths.size();
  struct Link {
    std::uint32_t number;
    std::uint32_t begins;  // latest; kNone: no chain leads here
  };
  std::vector<std::vector<Link>> links(places);
  for (std::size_t place = 0; place < places; ++place) {
    std::size_t before = 0;
    std::uint32_t latest = kNone;
    for (std::uint32_t i = 0; i < found.size(); ++i) {
      if (!(found[i].places & bit(place))) continue;
      if (place == 0) {
        latest = found[i].first;
      } else {
        const std::vector<Link>& above = links[place - 1];
        for (; before < above.size() && found[above[before].number].last < found[i].first; ++before) {
          if (above[before].begins != kNone) latest = above[before].begins;
        }
      }
      links[place].push_back({i, latest});
    }
  }
  std::vector<std::uint32_t> ends_below;  // of the place below, earliest; kNone: no chain leads on
  for (std::size_t place = places; place-- > 0;) {
    std::vector<std::uint32_t> ends(links[place].size(), kNone);
    std::size_t behind = place + 1 < places ? links[place + 1].size() : 0;
    std::uint32_t earliest = kNone;
    for (std::size_t at = links[place].size(); at-- > 0;) {
      const NearOccurrence& one = found[links[place][at].number];
      if (place + 1 == places) {
        earliest = one.last;
      } else {
        while (behind > 0 && found[links[place + 1][behind - 1].number].first > one.last) {
          if (ends_below[--behind] != kNone) earliest = ends_below[behind];
        }
      }
      ends[at] = earliest;
      const std::uint32_t begins = links[place][at].begins;
      if (begins != kNone && earliest != kNone && earliest - begins <= shape.farthest) {
        inside[offset + links[place][at].number] = true;
      }
    }
    ends_below = std::move(ends);
  }
}

// Stretch by stretch, each reaching a window into the next, so that the memory taken has a bound.
std::vector<bool> in_order(const std::vector<NearOccurrence>& found, const NearShape& shape) {
  constexpr std::uint32_t kStretch = 4096;
  std::vector<bool> inside(found.size());
  for (std::size_t begin = 0; begin < found.size();) {
    const std::uint32_t first = found[begin].last;
    std::size_t next = begin;
    std::size_t end = begin;
    while (next < found.size() && found[next].last < first + kStretch) ++next;
    end = next;
    while (end < found.size() && found[end].last <= first + kStretch + shape.farthest) ++end;
    mark_chains(std::span(found).subspan(begin, end - begin), shape, begin, inside);
    begin = next;
  }
  return inside;
}

}  // namespace

std::vector<bool> in_windows(const std::vector<NearOccurrence>& found, const NearShape& shape) {
  return shape.ordered ? in_order(found, shape) : in_any_order(found, shape);
}

}  // namespace backfile
