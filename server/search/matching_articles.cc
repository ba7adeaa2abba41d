#include "server/search/matching_articles.h"

namespace backfile {
namespace {

using Xapian::Query;

// Puts what matches in a segment into the set. (A spy of several segments at once would be told each one's own docids
// without a word of which segment it is.)
class Collector : public Xapian::MatchSpy {
 public:
  Collector(ArticleSet& into, std::uint32_t base) : into_(into), base_(base) {}
  void operator()(const Xapian::Document& document, double) override { into_.insert(base_ + document.get_docid()); }

 private:
  ArticleSet& into_;
  const std::uint32_t base_;
};

}  // namespace

ArticleSet matching_articles(const Query& query, const SearchHandle& handle, const Deadline& deadline) {
  const Columns& columns = *handle.columns;
  if (query.get_type() == Query::LEAF_MATCH_ALL) return columns.live;
  ArticleSet found(columns.size);
  if (query.empty()) return found;
  for (std::size_t i = 0; i < handle.segments.size(); ++i) {
    Xapian::Enquire enquire(handle.segments[i]);
    // Scaled by nothing, what only adds weight is not even opened.
    enquire.set_query(deadline.limit(Query(Query::OP_SCALE_WEIGHT, query, 0)));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    Collector collector(found, columns.bases[i]);
    enquire.add_matchspy(&collector);
    enquire.get_mset(0, 0, handle.segments[i].get_doccount());
  }
  found &= columns.live;
  return found;
}

}  // namespace backfile
