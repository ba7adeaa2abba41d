// The columns of a generation: those of its segments (segment_columns.h) as one table, without what is withdrawn.
//
// Articles are numbered through: of the first segment by docid, then of the second, and so on. A number means nothing
// beyond its generation.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "server/search/article_set.h"
#include "server/search/segment_columns.h"

namespace backfile {

// The values of one field: each value is one folded label, shown in its commonest spelling.
struct LabelColumn {
  std::vector<std::uint32_t> begins;  // by article number, and one more
  std::vector<std::uint32_t> values;  // of each article, none twice
  std::vector<std::string> shown;     // by value

  std::span<const std::uint32_t> of(std::uint32_t article) const {
    return std::span(values).subspan(begins[article], begins[article + 1] - begins[article]);
  }
};

inline constexpr std::uint32_t kNoCopies = ~std::uint32_t{0};

struct Columns {
  std::uint32_t size = 0;            // every number is below it
  std::vector<std::uint32_t> bases;  // a segment: the number of its document d is base + d
  ArticleSet live;                   // the articles of the generation
  std::array<LabelColumn, kLabelFacets.size()> labels;
  std::vector<KnownPeriod> published;
  std::vector<std::uint64_t> stories;                  // hash of the story's id
  std::vector<std::uint32_t> story_set;                // which of story_sets, or kNoCopies
  std::vector<std::vector<std::uint32_t>> story_sets;  // articles of each story that has several
  ArticleSet with_copies;                              // all of these

  const LabelColumn& labels_of(FieldName name) const;
  // The docid in the database of all segments together, which deals documents out to them in turn.
  Xapian::docid docid_of(std::uint32_t article) const;
};

// What the columns of one segment are of.
struct SegmentOfColumns {
  std::shared_ptr<const SegmentColumns> columns;
  const std::vector<bool>* withdrawn = nullptr;  // by docid; outlives the call
};

// How many articles and stories a set has.
struct Tally {
  std::uint32_t articles = 0;
  std::uint32_t stories = 0;
};
Tally tally(const ArticleSet& set, const Columns& columns);

Columns join_columns(const std::vector<SegmentOfColumns>& segments);

}  // namespace backfile
