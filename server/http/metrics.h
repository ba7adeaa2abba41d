// What the server counts, and /metrics: the same as text for Prometheus (text exposition format 0.0.4).
//
// Labels are routes of the router and statuses, never what a client sent: there are no more series than resources.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "server/http/listener.h"
#include "server/search/answer.h"

namespace backfile {

// Times by how long they were, in seconds; as Prometheus counts them: each bucket holds what is at most its bound.
class Histogram {
 public:
  void add(double seconds);
  // Lines of a histogram of that name; `labels` is empty, or like `route="/"`.
  std::string text(const std::string& name, const std::string& labels) const;

 private:
  static constexpr std::array kBounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5};
  std::array<std::uint64_t, kBounds.size() + 1> counts_{};
  double sum_ = 0;
};

// What is asked when the text is made.
struct Gauges {
  ListenerLoad load;
  std::optional<IndexState> index;
  std::size_t refused_now = 0;       // published generations that are not served
  std::uint64_t refused_in_all = 0;  // how often one was refused
  bool draining = false;
};

// Safe for any number of threads.
class Metrics {
 public:
  void count_request(std::string_view route, int status, double seconds);
  void count_query(double seconds, bool partial);

  std::string text(const Gauges& gauges) const;

 private:
  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> requests_;
  std::map<std::string, Histogram, std::less<>> request_times_;
  Histogram query_times_;
  std::uint64_t partial_ = 0;
};

}  // namespace backfile
