// The columns of a segment: what is counted, sorted and sampled by, of every document in memory, so that no search has
// to read it from the database. They depend on the segment alone: generations that share a segment share its columns.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "index/date.h"
#include "index/schema.h"

namespace backfile {

// The fields that have a facet of their labels, in the order of their columns.
inline constexpr std::array kLabelFacets{FieldName::publication, FieldName::section, FieldName::topic,
                                         FieldName::language, FieldName::byline};

// The values of one field. Those of docid d are values[begins[d]] up to values[begins[d + 1]]: numbers of spellings.
struct SpellingColumn {
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> values;
  std::vector<std::string> spellings;  // as the articles have them, each once
};

// When an article appeared, as far as is known.
struct KnownPeriod {
  std::int32_t first = 0;                 // day of that period (day_number in index/date.h)
  std::uint32_t month = 0;                // in which that is: 12 a year, January of the year 0 is 0
  Precision precision = Precision::none;  // never `second`
};

// Arrays go by docid; [0] belongs to none.
struct SegmentColumns {
  Xapian::docid last = 0;
  std::array<SpellingColumn, kLabelFacets.size()> labels;
  std::vector<KnownPeriod> published;
  std::vector<std::uint64_t> stories;  // hash of the story's id
  std::vector<bool> has_copies;
};

// Throws Xapian::Error where the database cannot be read.
SegmentColumns read_segment_columns(const Xapian::Database& segment);

}  // namespace backfile
