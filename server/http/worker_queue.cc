#include "server/http/worker_queue.h"

#include <algorithm>
#include <utility>

namespace backfile {
namespace {

constexpr auto kNoTask = WorkerQueue::Clock::time_point::max();

}  // namespace

WorkerQueue::WorkerQueue(std::size_t threads, std::size_t capacity)
    : capacity_(capacity), at_task_since_(threads, kNoTask) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this, i] { run(i); });
}

WorkerQueue::~WorkerQueue() {
  {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
}

bool WorkerQueue::push(Task task) {
  {
    const std::scoped_lock lock(mutex_);
    if (waiting_.size() >= capacity_) return false;
    waiting_.push_back({std::move(task), Clock::now()});
  }
  changed_.notify_one();
  return true;
}

void WorkerQueue::push_again(Task task) {
  {
    const std::scoped_lock lock(mutex_);
    begun_.push_back({std::move(task), Clock::now()});
  }
  changed_.notify_one();
}

std::size_t WorkerQueue::waiting() const {
  const std::scoped_lock lock(mutex_);
  return waiting_.size();
}

std::size_t WorkerQueue::at_work() const {
  const std::scoped_lock lock(mutex_);
  return static_cast<std::size_t>(
      std::ranges::count_if(at_task_since_, [](Clock::time_point since) { return since != kNoTask; }));
}

bool WorkerQueue::is_stuck(Clock::duration longest) const {
  const std::scoped_lock lock(mutex_);
  const auto now = Clock::now();
  return std::ranges::all_of(at_task_since_, [&](Clock::time_point since) { return since < now - longest; });
}

WorkerQueue::Waiting WorkerQueue::take_next() {
  std::deque<Waiting>& from = waiting_.empty() || (begun_is_next_ && !begun_.empty()) ? begun_ : waiting_;
  begun_is_next_ = &from == &waiting_;
  Waiting next = std::move(from.front());
  from.pop_front();
  return next;
}

void WorkerQueue::run(std::size_t thread) {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return closed_ || !waiting_.empty() || !begun_.empty(); });
    if (waiting_.empty() && begun_.empty()) return;
    {
      const Waiting next = take_next();
      const auto now = Clock::now();
      at_task_since_[thread] = now;
      lock.unlock();
      next.task(now - next.since);
    }
    lock.lock();
    at_task_since_[thread] = kNoTask;
  }
}

}  // namespace backfile
