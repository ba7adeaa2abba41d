#include "server/search/segment_columns.h"

#include <xxhash.h>

#include <string_view>
#include <unordered_map>

namespace backfile {
namespace {

using Xapian::docid;

// Calls `each` with every value of a slot and the docid that has it, in the order of docids.
template <typename Each>
void for_each_value(const Xapian::Database& segment, Slot slot, Each each) {
  const auto end = segment.valuestream_end(slot);
  for (auto value = segment.valuestream_begin(slot); value != end; ++value) each(value.get_docid(), *value);
}

// Calls `each` with every term of a prefix, without it, and each docid that has the term.
template <typename Each>
void for_each_posting(const Xapian::Database& segment, std::string_view prefix, Each each) {
  const std::string beginning = std::string(prefix) + ':';
  for (auto term = segment.allterms_begin(beginning); term != segment.allterms_end(beginning); ++term) {
    const std::string rest = (*term).substr(beginning.size());
    for (auto at = segment.postlist_begin(*term); at != segment.postlist_end(*term); ++at) each(rest, *at);
  }
}

class SpellingReader {
 public:
  explicit SpellingReader(docid last) : last_(last) { column_.begins.assign(2, 0); }

  void add(docid of, std::string_view lines) {
    begin_up_to(of);
    while (!lines.empty()) {
      const std::string_view line = lines.substr(0, lines.find('\n'));
      column_.values.push_back(number_of(std::string(line)));
      lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    }
  }
  SpellingColumn take() {
    begin_up_to(last_ + 1);
    return std::move(column_);
  }

 private:
  void begin_up_to(docid of) {
    column_.begins.resize(std::size_t{of} + 1, static_cast<std::uint32_t>(column_.values.size()));
  }
  std::uint32_t number_of(std::string spelling) {
    const auto next = static_cast<std::uint32_t>(column_.spellings.size());
    const auto [found, is_new] = numbers_.emplace(std::move(spelling), next);
    if (is_new) column_.spellings.push_back(found->first);
    return found->second;
  }

  docid last_;
  SpellingColumn column_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

KnownPeriod known_period(const Date& date) {
  const Day first = date.first();
  return {day_number(first), static_cast<std::uint32_t>(first.year * 12 + first.month - 1), date.precision};
}

// The terms of dates say how precise each is; the finest comes last.
std::vector<KnownPeriod> read_published(const Xapian::Database& segment, docid last) {
  std::vector<KnownPeriod> published(std::size_t{last} + 1);
  for (const std::string_view prefix : {kYearPrefix, kMonthPrefix, kDayPrefix}) {
    std::string text;
    KnownPeriod period;
    for_each_posting(segment, prefix, [&](const std::string& iso, docid of) {
      if (iso != text) {
        const auto date = parse_iso_date(iso);
        period = date ? known_period(*date) : KnownPeriod{};
        text = iso;
      }
      published[of] = period;
    });
  }
  return published;
}

}  // namespace

SegmentColumns read_segment_columns(const Xapian::Database& segment) {
  SegmentColumns columns;
  columns.last = segment.get_lastdocid();
  for (std::size_t i = 0; i < kLabelFacets.size(); ++i) {
    SpellingReader reader(columns.last);
    for_each_value(segment, field(kLabelFacets[i]).slot,
                   [&](docid of, const std::string& lines) { reader.add(of, lines); });
    columns.labels[i] = reader.take();
  }
  columns.published = read_published(segment, columns.last);
  columns.stories.resize(std::size_t{columns.last} + 1);
  for_each_value(segment, kStorySlot,
                 [&](docid of, const std::string& id) { columns.stories[of] = XXH3_64bits(id.data(), id.size()); });
  columns.has_copies.resize(std::size_t{columns.last} + 1);
  for_each_posting(segment, kStoryPrefix, [&](const std::string&, docid of) { columns.has_copies[of] = true; });
  return columns;
}

}  // namespace backfile
