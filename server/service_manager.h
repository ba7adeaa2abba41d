// What the service manager (systemd) is told: sd_notify(3). Where none started the program nothing happens.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace backfile {

void tell_ready();
void tell_ending();

// Tells a service manager that watches (WatchdogSec=), three times in its period, that the program is alive. While
// `is_alive`, given the time that nothing may have gone on for, says that it is not, nothing is told; so the manager
// starts it anew.
class Watchdog {
 public:
  explicit Watchdog(std::function<bool(std::chrono::milliseconds)> is_alive);

 private:
  void watch(std::stop_token stop, std::chrono::milliseconds period);

  const std::function<bool(std::chrono::milliseconds)> is_alive_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::jthread thread_;  // last: ends before what it uses goes
};

}  // namespace backfile
