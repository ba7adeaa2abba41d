// Threads that answer requests, and a queue of bounded length before them. It refuses what does not fit, so that an
// overload is answered at once instead of late.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace backfile {

// Safe for any number of threads.
class WorkerQueue {
 public:
  using Clock = std::chrono::steady_clock;
  // Called on the queue's threads with how long it waited; does not throw.
  using Task = std::function<void(Clock::duration waited)>;

  WorkerQueue(std::size_t threads, std::size_t capacity);
  ~WorkerQueue();  // works off what waits

  // False where the queue is full.
  bool push(Task task);
  // The next part of what has begun already: never refused. While others wait too, the two kinds take turns.
  void push_again(Task task);

  std::size_t waiting() const;
  std::size_t at_work() const;
  // Every thread has been at one and the same task for longer than that: nothing goes on.
  bool is_stuck(Clock::duration longest) const;

 private:
  struct Waiting {
    Task task;
    Clock::time_point since;
  };
  void run(std::size_t thread);
  Waiting take_next();

  const std::size_t capacity_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> waiting_;
  std::deque<Waiting> begun_;  // what was pushed again
  bool begun_is_next_ = false;
  std::vector<Clock::time_point> at_task_since_;  // of each thread; max() where it has none
  bool closed_ = false;
  std::vector<std::jthread> threads_;  // last: joined before what they use goes
};

}  // namespace backfile
