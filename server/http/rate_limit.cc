#include "server/http/rate_limit.h"

#include <algorithm>
#include <utility>

namespace backfile {
namespace {

constexpr std::size_t kMostAskers = 65'536;
constexpr RateLimit::Clock::duration kMinute = std::chrono::minutes(1);

RateLimit::Clock::duration interval_of(std::uint64_t a_minute) {
  if (a_minute == 0) return {};
  const auto most = static_cast<std::uint64_t>(kMinute.count());
  return RateLimit::Clock::duration(most / std::min(a_minute, most));
}

}  // namespace

RateLimit::RateLimit(std::uint64_t a_minute, std::function<Clock::time_point()> now)
    : interval_(interval_of(a_minute)), now_(std::move(now)) {}

int RateLimit::take(const std::string& asker) {
  if (interval_ == Clock::duration::zero()) return 0;
  const auto now = now_();
  const std::scoped_lock lock(mutex_);
  if (next_.size() >= kMostAskers) forget_some(now);
  Clock::time_point& next = next_.try_emplace(asker, now).first->second;
  const auto ahead = std::max(next, now) + interval_ - now;
  if (ahead > kMinute) return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(ahead - kMinute).count());
  next = now + ahead;
  return 0;
}

void RateLimit::forget_some(Clock::time_point now) {
  std::erase_if(next_, [now](const auto& entry) { return entry.second <= now; });
  if (next_.size() >= kMostAskers) next_.clear();
}

}  // namespace backfile
