#include "server/search/near_source.h"

#include <algorithm>
#include <map>
#include <utility>

namespace backfile {
namespace {

using Positions = std::vector<std::uint32_t>;

// Where any of the terms stands, in order.
Positions positions_of(const Xapian::Database& database, Xapian::docid docid, const Forms& terms) {
  Positions positions;
  for (const std::string& term : terms) {
    for (auto at = database.positionlist_begin(docid, term); at != database.positionlist_end(docid, term); ++at) {
      positions.push_back(*at);
    }
  }
  std::ranges::sort(positions);
  return positions;
}

// Those of the first slot behind which the others follow.
Positions beginnings(const std::vector<Positions>& slots) {
  Positions begins;
  for (const std::uint32_t position : slots.front()) {
    bool whole = true;
    for (std::size_t i = 1; whole && i < slots.size(); ++i) {
      whole = std::ranges::binary_search(slots[i], position + static_cast<std::uint32_t>(i));
    }
    if (whole) begins.push_back(position);
  }
  return begins;
}

}  // namespace

void NearSource::init(const Xapian::Database& database) {
  database_ = database;
  last_ = database.get_lastdocid();
  at_ = 0;
}

void NearSource::move_to(Xapian::docid docid) {
  for (at_ = docid; at_ <= last_ && !matches(at_); ++at_) {
  }
}

bool NearSource::check(Xapian::docid docid, double) {
  at_ = docid;
  return matches(docid);
}

bool NearSource::matches(Xapian::docid docid) const {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> found;  // last and first position -> places
  std::size_t slot = 0;
  for (std::size_t place = 0; place < shape_.widths.size(); ++place) {
    std::vector<Positions> slots;
    for (std::uint32_t i = 0; i < shape_.widths[place]; ++i) {
      slots.push_back(positions_of(database_, docid, slots_[slot + i]));
      if (slots.back().empty()) return false;
    }
    slot += shape_.widths[place];
    const Positions begins = beginnings(slots);
    if (begins.empty()) return false;
    const std::uint32_t longer = shape_.widths[place] - 1;
    for (const std::uint32_t begin : begins) found[{begin + longer, begin}] |= std::uint64_t{1} << place;
  }
  std::vector<NearOccurrence> occurrences;
  for (const auto& [range, places] : found) occurrences.push_back({range.second, range.first, 0, 0, places});
  const std::vector<bool> in_window = in_windows(occurrences, shape_);
  return std::ranges::find(in_window, true) != in_window.end();
}

}  // namespace backfile
