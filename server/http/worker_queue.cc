#include "server/http/worker_queue.h"

#include <algorithm>
#include <utility>

namespace backfile {
namespace {

constexpr auto kNoTask = WorkerQueue::Clock::time_point::max();
constexpr int kRemembered = 16;  // tasks that the average is of, more or less

}  // namespace

WorkerQueue::WorkerQueue(std::size_t threads, std::size_t capacity, Clock::duration patience)
    : capacity_(capacity), patience_(patience), at_task_since_(threads, kNoTask) {
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
    if (waiting_.size() >= capacity_ || comes_too_late()) return false;
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

bool WorkerQueue::comes_too_late() const {
  const auto before = static_cast<Clock::rep>(waiting_.size());
  return usual_ * before / static_cast<Clock::rep>(threads_.size()) > patience_;
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
    const auto now = Clock::now();
    {
      const Waiting next = take_next();
      at_task_since_[thread] = now;
      lock.unlock();
      next.task(now - next.since);
    }
    lock.lock();
    at_task_since_[thread] = kNoTask;
    usual_ += (Clock::now() - now - usual_) / kRemembered;
  }
}

}  // namespace backfile
