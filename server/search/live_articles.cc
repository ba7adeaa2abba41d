#include "server/search/live_articles.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace backfile {
namespace {

using Xapian::docid;

// Every document of a segment that is not withdrawn. Xapian gives each segment a copy of its own.
class LiveSource : public Xapian::PostingSource {
 public:
  explicit LiveSource(std::shared_ptr<const Generation> generation) : generation_(std::move(generation)) {}

  LiveSource* clone() const override { return new LiveSource(generation_); }
  void init(const Xapian::Database& segment) override {
    withdrawn_ = &generation_->withdrawn_of(segment.get_uuid());
    last_ = segment.get_lastdocid();
    at_ = 0;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return last_ > 0 ? last_ - 1 : 0; }
  Xapian::doccount get_termfreq_max() const override { return last_; }
  docid get_docid() const override { return at_; }
  void next(double) override { move_to(at_ + 1); }
  void skip_to(docid to, double) override { move_to(std::max(at_, to)); }
  bool check(docid at, double) override {
    at_ = at;
    return !is_set(*withdrawn_, at);
  }
  bool at_end() const override { return at_ > last_; }

 private:
  void move_to(docid to) {
    at_ = to;
    while (at_ <= last_ && is_set(*withdrawn_, at_)) ++at_;
  }

  std::shared_ptr<const Generation> generation_;
  const WithdrawnFlags* withdrawn_ = nullptr;
  docid last_ = 0;
  docid at_ = 0;
};

}  // namespace

Xapian::Query live_only(const Xapian::Query& query, const SearchHandle& handle) {
  if (!handle.generation->any_withdrawn()) return query;
  auto* source = new LiveSource(handle.generation);
  return Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(source->release()));
}

}  // namespace backfile
