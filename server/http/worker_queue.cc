#include "server/http/worker_queue.h"

#include <utility>

namespace backfile {

WorkerQueue::WorkerQueue(std::size_t threads, std::size_t capacity, std::function<void(Connection&)> work)
    : capacity_(capacity), work_(std::move(work)) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

WorkerQueue::~WorkerQueue() {
  {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
}

bool WorkerQueue::push(Connection& connection) {
  {
    const std::scoped_lock lock(mutex_);
    if (waiting_.size() >= capacity_) return false;
    waiting_.push_back(std::move(connection));
  }
  changed_.notify_one();
  return true;
}

bool WorkerQueue::has_waiting() const {
  const std::scoped_lock lock(mutex_);
  return !waiting_.empty();
}

bool WorkerQueue::is_idle() const {
  const std::scoped_lock lock(mutex_);
  return waiting_.empty() && at_work_ == 0;
}

void WorkerQueue::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    {
      Connection connection = std::move(waiting_.front());
      waiting_.pop_front();
      ++at_work_;
      lock.unlock();
      work_(connection);
    }
    lock.lock();
    --at_work_;
  }
}

}  // namespace backfile
