#include "server/search/article_sample.h"

#include <algorithm>

#include "server/search/live_articles.h"

namespace backfile {

namespace {

// Articles that have the term, none nearer than `stride` to the one before.
std::vector<Xapian::docid> spread(const std::string& term, const SearchHandle& handle, const Deadline& deadline,
                                  std::size_t most, Xapian::docid stride) {
  std::vector<Xapian::docid> sample;
  const auto end = handle.database.postlist_end(term);
  for (auto posting = handle.database.postlist_begin(term); posting != end && sample.size() < most;) {
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

}  // namespace

std::vector<Xapian::docid> sample_of_term(const std::string& term, const SearchHandle& handle, const Deadline& deadline,
                                          std::size_t most) {
  const bool few = handle.database.get_termfreq(term) <= 2 * most;
  const auto wanted = static_cast<Xapian::docid>(most);
  Xapian::docid stride = few ? 1 : std::max<Xapian::docid>(1, handle.database.get_lastdocid() / wanted);
  for (;;) {
    std::vector<Xapian::docid> sample = spread(term, handle, deadline, most, stride);
    // Where they stand together, in one paper's part of the archive, there are more between them.
    if (stride == 1 || 2 * sample.size() >= most || deadline.passed()) return sample;
    stride = std::max<Xapian::docid>(1, stride * static_cast<Xapian::docid>(sample.size()) / wanted);
  }
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
