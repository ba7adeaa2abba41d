// The near source: exactly those articles in which words and phrases stand in a true window (near_windows.h). Xapian's
// own NEAR takes words alone; this one reads the positions of each candidate and asks the rule that highlighting asks.
//
// It gives no weight, and is meant as the filter of a query that all its words must match: by itself it tries every
// article. Needs a local database.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "server/search/near_windows.h"
#include "server/search/word_forms.h"

namespace backfile {

class NearSource : public Xapian::PostingSource {
 public:
  // `slots`: terms with their prefixes, place by place; shape.widths says how many slots each place has.
  NearSource(Slots slots, NearShape shape) : slots_(std::move(slots)), shape_(std::move(shape)) {}

  NearSource* clone() const override { return new NearSource(slots_, shape_); }
  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return last_; }
  Xapian::doccount get_termfreq_max() const override { return last_; }
  Xapian::docid get_docid() const override { return at_; }
  void next(double) override { move_to(at_ + 1); }
  void skip_to(Xapian::docid docid, double) override { move_to(docid); }
  bool check(Xapian::docid docid, double) override;
  bool at_end() const override { return at_ > last_; }

 private:
  void move_to(Xapian::docid docid);
  bool matches(Xapian::docid docid) const;

  Slots slots_;
  NearShape shape_;
  Xapian::Database database_;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
};

}  // namespace backfile
