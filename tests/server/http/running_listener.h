// A listener at work on a port of its own, stopped with the test.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "server/http/listener.h"

namespace backfile {

struct RunningListener {
  explicit RunningListener(Handler handler, ListenOptions options = {})
      : listener(std::move(options), std::move(handler)), thread([this] { listener.run(); }) {}
  ~RunningListener() { listener.stop(); }

  std::uint16_t port() const { return listener.port(); }

  Listener listener;
  std::jthread thread;
};

// Holds those who pass until it is opened, and counts them.
class Gate {
 public:
  void pass() {
    std::unique_lock lock(mutex_);
    ++arrived_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }
  void await_arrivals(int count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this, count] { return arrived_ >= count; });
  }
  void open() {
    const std::scoped_lock lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int arrived_ = 0;
  bool open_ = false;
};

}  // namespace backfile
