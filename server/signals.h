// Signals, waited for in a thread of their own: nothing runs in a signal handler.
#pragma once

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

namespace backfile {

// SIGTERM, SIGINT and SIGHUP: blocked from now on in this thread and those it makes. SIGPIPE is ignored. Call it before
// any thread is made.
sigset_t block_signals();

struct SignalActions {
  std::function<void()> reload;  // at each SIGHUP
  std::function<void()> end;     // at the first SIGTERM or SIGINT
  std::function<void()> leave;   // before the process ends with work undone
};

// When it is not gone nine seconds after it was told to end, or is told once more, the process ends with status 0:
// whoever stops a service waits ten.
class SignalThread {
 public:
  SignalThread(const sigset_t& signals, SignalActions actions);
  ~SignalThread();

 private:
  void wait(const sigset_t& signals);

  const SignalActions actions_;
  std::atomic<bool> done_{false};
  std::jthread thread_;  // last: ends before what it uses goes
};

}  // namespace backfile
