#include "server/service_manager.h"

#include <systemd/sd-daemon.h>

#include <cstdint>
#include <utility>

namespace backfile {

void tell_ready() { ::sd_notify(0, "READY=1"); }
void tell_ending() { ::sd_notify(0, "STOPPING=1"); }

Watchdog::Watchdog(std::function<bool(std::chrono::milliseconds)> is_alive) : is_alive_(std::move(is_alive)) {
  std::uint64_t microseconds = 0;
  if (::sd_watchdog_enabled(0, &microseconds) <= 0) return;
  const auto period = std::chrono::floor<std::chrono::milliseconds>(std::chrono::microseconds(microseconds));
  thread_ = std::jthread([this, period](std::stop_token stop) { watch(std::move(stop), period); });
}

void Watchdog::watch(std::stop_token stop, std::chrono::milliseconds period) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    if (is_alive_(period / 2)) ::sd_notify(0, "WATCHDOG=1");
    woken_.wait_for(lock, stop, period / 3, [] { return false; });
  }
}

}  // namespace backfile
