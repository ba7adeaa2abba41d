#include "server/search/recency.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "index/schema.h"

namespace backfile {
namespace {

using Xapian::Query;

constexpr double kHalfAge = 90.0 * 24 * 3600;  // seconds after which half of the date's score is left

// The seconds that a sort key of kNewestSlot stands for (index/sort_key.h).
double seconds_of(const std::string& key) {
  std::uint64_t seconds = 0;
  for (const char byte : key) seconds = seconds << 8 | static_cast<unsigned char>(byte);
  return static_cast<double>(seconds);
}

// A weight for each article that has a date.
class DateWeight : public Xapian::ValuePostingSource {
 public:
  DateWeight(double newest, double most) : ValuePostingSource(kNewestSlot), newest_(newest), most_(most) {}

  DateWeight* clone() const override { return new DateWeight(newest_, most_); }
  void init(const Xapian::Database& database) override {
    ValuePostingSource::init(database);
    set_maxweight(most_);
  }
  double get_weight() const override {
    const double age = std::max(newest_ - seconds_of(get_value()), 0.0);
    return most_ / (1 + age / kHalfAge);
  }

 private:
  double newest_;
  double most_;
};

}  // namespace

Query with_recency(const Query& query, double recency, Xapian::Enquire& enquire, const Xapian::Database& database,
                   const Deadline& deadline) {
  const std::string newest = database.get_value_upper_bound(kNewestSlot);
  if (newest.empty()) return query;
  enquire.set_query(deadline.limit(query));
  const double best = enquire.get_mset(0, 1).get_max_attained();
  const double scale = best > 0 ? best : 1;
  const Query text(Query::OP_SCALE_WEIGHT, query, 1 - recency);
  auto* date = new DateWeight(seconds_of(newest), scale * recency);
  return Query(Query::OP_AND_MAYBE, text, Query(date->release()));
}

}  // namespace backfile
