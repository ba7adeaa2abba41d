#include "server/search/columns.h"

#include <algorithm>
#include <unordered_map>

#include "index/fold.h"
#include "index/withdrawn.h"

namespace backfile {
namespace {

// Brings the spellings of several segments together as labels.
class LabelJoiner {
 public:
  LabelJoiner() { column_.begins.push_back(0); }

  void begin_segment(const SpellingColumn& segment) {
    segment_ = &segment;
    labels_.clear();
    for (const std::string& spelling : segment.spellings) labels_.push_back(number_of(fold_label(spelling)));
    spelling_counts_.assign(segment.spellings.size(), 0);
  }
  void add(Xapian::docid of) {
    const std::size_t first = column_.values.size();
    for (std::uint32_t i = segment_->begins[of]; i < segment_->begins[of + 1]; ++i) {
      const std::uint32_t spelling = segment_->values[i];
      ++spelling_counts_[spelling];
      const auto mine = column_.values.begin() + static_cast<std::ptrdiff_t>(first);
      if (std::find(mine, column_.values.end(), labels_[spelling]) != column_.values.end()) continue;
      column_.values.push_back(labels_[spelling]);
    }
    skip();
  }
  void skip() { column_.begins.push_back(static_cast<std::uint32_t>(column_.values.size())); }
  void end_segment() {
    for (std::size_t i = 0; i < labels_.size(); ++i) counts_[labels_[i]][segment_->spellings[i]] += spelling_counts_[i];
  }
  // Of spellings that are as common the first in the order of bytes.
  LabelColumn take() {
    for (const auto& spellings : counts_) {
      const auto commonest = std::ranges::max_element(spellings, [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second < b.second : a.first > b.first;
      });
      column_.shown.push_back(commonest->first);
    }
    return std::move(column_);
  }

 private:
  std::uint32_t number_of(std::string folded) {
    const auto [found, is_new] = numbers_.emplace(std::move(folded), static_cast<std::uint32_t>(numbers_.size()));
    if (is_new) counts_.emplace_back();
    return found->second;
  }

  LabelColumn column_;
  std::unordered_map<std::string, std::uint32_t> numbers_;              // of labels
  std::vector<std::unordered_map<std::string, std::uint32_t>> counts_;  // of a label's spellings
  const SpellingColumn* segment_ = nullptr;
  std::vector<std::uint32_t> labels_;           // of the segment's spellings
  std::vector<std::uint32_t> spelling_counts_;  // live articles of the segment that have them
};

void join_labels(Columns& columns, std::size_t facet, const std::vector<SegmentOfColumns>& segments) {
  LabelJoiner joiner;
  for (const SegmentOfColumns& segment : segments) {
    joiner.begin_segment(segment.columns->labels[facet]);
    joiner.skip();  // docid 0
    for (Xapian::docid of = 1; of <= segment.columns->last; ++of) {
      is_set(*segment.withdrawn, of) ? joiner.skip() : joiner.add(of);
    }
    joiner.end_segment();
  }
  columns.labels[facet] = joiner.take();
}

// A story of which one article alone is live, though others were, has no copies.
void join_stories(Columns& columns, const std::vector<std::uint32_t>& with_copies) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_story;
  for (const std::uint32_t article : with_copies) by_story[columns.stories[article]].push_back(article);
  columns.story_set.assign(columns.size, kNoCopies);
  columns.with_copies = ArticleSet(columns.size);
  for (const std::uint32_t article : with_copies) {
    auto& articles = by_story[columns.stories[article]];
    if (articles.size() < 2) continue;
    const auto set = static_cast<std::uint32_t>(columns.story_sets.size());
    for (const std::uint32_t one : articles) columns.story_set[one] = set;
    for (const std::uint32_t one : articles) columns.with_copies.insert(one);
    columns.story_sets.push_back(std::move(articles));
    articles.clear();
  }
}

}  // namespace

const LabelColumn& Columns::labels_of(FieldName name) const {
  return labels[static_cast<std::size_t>(std::ranges::find(kLabelFacets, name) - kLabelFacets.begin())];
}

Xapian::docid Columns::docid_of(std::uint32_t article) const {
  const auto segment = static_cast<std::uint32_t>(std::ranges::upper_bound(bases, article) - bases.begin()) - 1;
  return (article - bases[segment] - 1) * static_cast<Xapian::docid>(bases.size()) + segment + 1;
}

Tally tally(const ArticleSet& set, const Columns& columns) {
  ArticleSet told_often = set;
  told_often &= columns.with_copies;
  Tally counts{set.size(), 0};
  counts.stories = counts.articles - told_often.size();
  std::vector<bool> seen(columns.story_sets.size());
  told_often.for_each([&](std::uint32_t article) {
    const std::uint32_t story = columns.story_set[article];
    if (!seen[story]) ++counts.stories;
    seen[story] = true;
  });
  return counts;
}

Columns join_columns(const std::vector<SegmentOfColumns>& segments) {
  Columns columns;
  for (const SegmentOfColumns& segment : segments) {
    columns.bases.push_back(columns.size);
    columns.size += segment.columns->last + 1;
  }
  columns.live = ArticleSet(columns.size);
  columns.published.reserve(columns.size);
  columns.stories.reserve(columns.size);
  std::vector<std::uint32_t> with_copies;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const SegmentColumns& segment = *segments[i].columns;
    columns.published.insert(columns.published.end(), segment.published.begin(), segment.published.end());
    columns.stories.insert(columns.stories.end(), segment.stories.begin(), segment.stories.end());
    for (Xapian::docid of = 1; of <= segment.last; ++of) {
      if (is_set(*segments[i].withdrawn, of)) continue;
      columns.live.insert(columns.bases[i] + of);
      if (segment.has_copies[of]) with_copies.push_back(columns.bases[i] + of);
    }
  }
  for (std::size_t facet = 0; facet < kLabelFacets.size(); ++facet) join_labels(columns, facet, segments);
  join_stories(columns, with_copies);
  return columns;
}

}  // namespace backfile
