// Threads that work on connections, and a queue of bounded length before them. It refuses what does not fit, so that
// an overload is answered at once instead of late.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "server/http/connection.h"

namespace backfile {

// Safe for any number of threads.
class WorkerQueue {
 public:
  // `work` is called on the queue's threads and does not throw.
  WorkerQueue(std::size_t threads, std::size_t capacity, std::function<void(Connection&)> work);
  ~WorkerQueue();  // works off what waits

  // False where the queue is full; then the connection stays the caller's.
  bool push(Connection& connection);
  bool has_waiting() const;
  // Nothing waits and nobody is at work.
  bool is_idle() const;

 private:
  void run();

  const std::size_t capacity_;
  const std::function<void(Connection&)> work_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Connection> waiting_;
  std::size_t at_work_ = 0;
  bool closed_ = false;
  std::vector<std::jthread> threads_;  // last: joined before what they use goes
};

}  // namespace backfile
