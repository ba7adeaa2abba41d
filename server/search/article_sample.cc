#include "server/search/article_sample.h"

#include <algorithm>

#include "server/search/live_articles.h"

namespace backfile {

std::vector<Xapian::docid> sample_of_term(const std::string& term, const SearchHandle& handle, const Deadline& deadline,
                                          std::size_t most) {
  std::vector<Xapian::docid> sample;
  const Xapian::Database& database = handle.database;
  const auto few = database.get_termfreq(term) <= 2 * most;
  const auto stride = few ? 1 : std::max<Xapian::docid>(1, database.get_lastdocid() / static_cast<Xapian::docid>(most));
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end && sample.size() < most;) {
    if (deadline.passed()) break;
    const Xapian::docid at = *posting;
    const bool live = !handle.generation->is_withdrawn(at);
    if (live) sample.push_back(at);
    if (live && stride > 1) {
      posting.skip_to(at + stride);
    } else {
      ++posting;
    }
  }
  return sample;
}

std::vector<Xapian::docid> first_matches(const Xapian::Query& query, const SearchHandle& handle,
                                         const Deadline& deadline, std::size_t most) {
  Xapian::Enquire enquire(handle.database);
  // Scaled by nothing, what only adds weight is not even opened.
  enquire.set_query(deadline.limit(live_only(Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, 0), handle)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(most));
  return {found.begin(), found.end()};
}

}  // namespace backfile
