#include "server/search/facets.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <optional>

#include "server/search/filters.h"
#include "server/search/matching_articles.h"

namespace backfile {
namespace {

// Counts values, by their numbers, of articles and of stories. A story has the values that its articles in the set
// have.
class ValueCounter {
 public:
  explicit ValueCounter(std::size_t values) : counts_(values) {}

  // values_of(article, each) calls `each` with every value of an article, none twice.
  template <typename ValuesOf>
  void count(const ArticleSet& set, const Columns& columns, ValuesOf values_of) {
    std::vector<bool> has_articles(columns.story_sets.size());
    set.for_each([&](std::uint32_t article) {
      const std::uint32_t story = columns.story_set[article];
      if (story != kNoCopies) has_articles[story] = true;
      values_of(article, [&](std::uint32_t value) {
        ++counts_[value].articles;
        if (story == kNoCopies) ++counts_[value].stories;
      });
    });
    std::vector<std::uint32_t> of_story;
    for (std::size_t story = 0; story < has_articles.size(); ++story) {
      if (!has_articles[story]) continue;
      of_story.clear();
      for (const std::uint32_t article : columns.story_sets[story]) {
        if (set.contains(article)) values_of(article, [&](std::uint32_t value) { of_story.push_back(value); });
      }
      std::ranges::sort(of_story);
      const auto repeats = std::ranges::unique(of_story);
      of_story.erase(repeats.begin(), repeats.end());
      for (const std::uint32_t value : of_story) ++counts_[value].stories;
    }
  }

  const std::vector<Tally>& counts() const { return counts_; }

 private:
  std::vector<Tally> counts_;
};

std::optional<FieldName> label_field(Facet facet) {
  switch (facet) {
    case Facet::publication:
      return FieldName::publication;
    case Facet::section:
      return FieldName::section;
    case Facet::topic:
      return FieldName::topic;
    case Facet::language:
      return FieldName::language;
    case Facet::byline:
      return FieldName::byline;
    case Facet::year:
    case Facet::month:
      break;
  }
  return std::nullopt;
}

FacetCounts count_labels(Facet facet, const LabelColumn& column, const ArticleSet& set, const Columns& columns) {
  ValueCounter counter(column.shown.size());
  counter.count(set, columns, [&](std::uint32_t article, auto each) {
    for (const std::uint32_t value : column.of(article)) each(value);
  });
  FacetCounts counts{facet, {}, 0};
  for (std::size_t value = 0; value < column.shown.size(); ++value) {
    const Tally& found = counter.counts()[value];
    if (found.articles > 0) counts.values.push_back({column.shown[value], found.articles, found.stories});
  }
  counts.all_values = static_cast<std::uint32_t>(counts.values.size());
  const auto commoner = [](const FacetValue& a, const FacetValue& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.value < b.value;
  };
  const std::size_t listed = std::min(counts.values.size(), kMostFacetValues);
  std::ranges::partial_sort(counts.values, counts.values.begin() + static_cast<std::ptrdiff_t>(listed), commoner);
  counts.values.resize(listed);
  return counts;
}

constexpr std::uint32_t kYears = 10'000;  // 0 to 9999

FacetCounts count_periods(Facet facet, const ArticleSet& set, const Columns& columns) {
  const bool months = facet == Facet::month;
  const Precision least = months ? Precision::month : Precision::year;
  ValueCounter counter(months ? kYears * 12 : kYears);
  counter.count(set, columns, [&](std::uint32_t article, auto each) {
    const KnownPeriod& published = columns.published[article];
    if (published.precision >= least) each(months ? published.month : published.month / 12);
  });
  FacetCounts counts{facet, {}, 0};
  for (std::size_t i = counter.counts().size(); i-- > 0;) {
    const Tally& found = counter.counts()[i];
    if (found.articles == 0) continue;
    const int number = static_cast<int>(i);
    const Date period = months ? make_date(number / 12, number % 12 + 1) : make_date(number);
    counts.values.push_back({period.iso, found.articles, found.stories});
  }
  counts.all_values = static_cast<std::uint32_t>(counts.values.size());
  return counts;
}

bool has_own_filter(const SearchRequest& request, std::optional<FieldName> label) {
  return label ? request.filters.contains(*label) : request.from || request.to;
}

void lift_own_filter(SearchRequest& request, std::optional<FieldName> label) {
  if (label) {
    request.filters.erase(*label);
  } else {
    request.from.reset();
    request.to.reset();
  }
}

}  // namespace

std::vector<FacetCounts> count_facets(const Xapian::Query& query, const SearchRequest& request,
                                      const ArticleSet& matching, const SearchHandle& handle,
                                      const Deadline& deadline) {
  const Columns& columns = *handle.columns;
  std::map<std::optional<FieldName>, ArticleSet> lifted_sets;  // years and months share theirs
  std::vector<FacetCounts> facets;
  for (const Facet facet : request.facets) {
    const auto label = label_field(facet);
    const ArticleSet* set = &matching;
    if (has_own_filter(request, label)) {
      const auto [found, is_new] = lifted_sets.try_emplace(label);
      if (is_new) {
        SearchRequest lifted = request;
        lift_own_filter(lifted, label);
        found->second = matching_articles(with_filters(query, lifted, handle.database), handle, deadline);
      }
      set = &found->second;
    }
    facets.push_back(label ? count_labels(facet, columns.labels_of(*label), *set, columns)
                           : count_periods(facet, *set, columns));
  }
  return facets;
}

}  // namespace backfile
