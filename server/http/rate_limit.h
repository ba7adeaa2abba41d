// How often someone may ask: as often as a minute allows at once, and then steadily (the generic cell rate algorithm,
// ITU-T I.371).
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <unordered_map>

namespace backfile {

// Safe for any number of threads. Knows 65,536 askers at most; beyond, it forgets those who have been quiet for a
// minute, and if that is not enough, all of them.
class RateLimit {
 public:
  using Clock = std::chrono::steady_clock;

  // 0: no limit.
  explicit RateLimit(std::uint64_t a_minute, std::function<Clock::time_point()> now = Clock::now);

  // 0 where the asker may ask; else in how many seconds, at least 1.
  int take(const std::string& asker);

 private:
  void forget_some(Clock::time_point now);

  const Clock::duration interval_;  // between two requests of a steady asker; 0: no limit
  const std::function<Clock::time_point()> now_;
  std::mutex mutex_;
  std::unordered_map<std::string, Clock::time_point> next_;  // when each would ask next, had he asked steadily
};

}  // namespace backfile
