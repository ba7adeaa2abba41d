#include "server/signals.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <utility>

namespace backfile {
namespace {

constexpr std::chrono::seconds kPatience{9};

}  // namespace

sigset_t block_signals() {
  std::signal(SIGPIPE, SIG_IGN);
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

SignalThread::SignalThread(const sigset_t& signals, SignalActions actions)
    : actions_(std::move(actions)), thread_([this, signals] { wait(signals); }) {}

SignalThread::~SignalThread() {
  done_ = true;
  pthread_kill(thread_.native_handle(), SIGTERM);
}

void SignalThread::wait(const sigset_t& signals) {
  int signal = 0;
  while (sigwait(&signals, &signal) == 0 && signal == SIGHUP) actions_.reload();
  if (done_) return;
  actions_.end();
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  do {
    const auto left = std::chrono::ceil<std::chrono::seconds>(deadline - std::chrono::steady_clock::now());
    const timespec patience{std::max<std::time_t>(left.count(), 0), 0};
    signal = sigtimedwait(&signals, nullptr, &patience);
  } while (signal == SIGHUP);
  if (done_) return;
  actions_.leave();
  std::_Exit(EXIT_SUCCESS);
}

}  // namespace backfile
