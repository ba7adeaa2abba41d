#include "server/search/deadline.h"

namespace backfile {
namespace {

// Matches between two looks at the clock.
constexpr unsigned kMatchesALook = 64;

}  // namespace

// Every document, until the time is over.
class Deadline::Source : public Xapian::PostingSource {
 public:
  explicit Source(const Deadline& deadline) : deadline_(deadline) {}

  Source* clone() const override { return new Source(deadline_); }
  void init(const Xapian::Database& database) override {
    last_ = database.get_lastdocid();
    at_ = 0;
    ended_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  // Xapian asks the rarest first: whoever tries every document itself (NearSource) comes behind the clock.
  Xapian::doccount get_termfreq_est() const override { return last_ > 0 ? last_ - 1 : 0; }
  Xapian::doccount get_termfreq_max() const override { return last_; }
  Xapian::docid get_docid() const override { return at_; }
  void next(double) override { move_to(at_ + 1); }
  void skip_to(Xapian::docid docid, double) override { move_to(docid); }
  bool check(Xapian::docid docid, double) override {
    move_to(docid);
    return true;
  }
  bool at_end() const override { return ended_; }

 private:
  void move_to(Xapian::docid docid) {
    at_ = docid;
    if (++looks_ % kMatchesALook == 0 && deadline_.passed()) ended_ = true;
    if (docid > last_) ended_ = true;
  }

  Deadline deadline_;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
  bool ended_ = false;
  unsigned looks_ = 0;
};

void Deadline::allow(double share) const {
  const auto part = std::chrono::duration_cast<Clock::duration>(state_->time * share);
  state_->end = state_->begin + part;
}

bool Deadline::passed() const {
  const bool over = Clock::now() >= state_->end;
  if (over) state_->cut = true;
  return over;
}

Xapian::Query Deadline::limit(const Xapian::Query& query) const {
  return Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query((new Source(*this))->release()));
}

}  // namespace backfile
