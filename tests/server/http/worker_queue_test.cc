#include "server/http/worker_queue.h"

#include <doctest/doctest.h>

#include <atomic>
#include <ostream>
#include <thread>

using namespace backfile;
using namespace std::chrono_literals;

TEST_CASE("a queue takes what fits, and works it off before it goes") {
  std::atomic<int> done{0};
  int taken = 0;
  {
    WorkerQueue queue(1, 3, 1h);
    std::atomic<bool> go{false};
    taken += queue.push([&](auto) {
      while (!go) std::this_thread::yield();
      ++done;
    })
                 ? 1
                 : 0;
    while (queue.at_work() == 0) std::this_thread::yield();
    for (int i = 0; i < 10; ++i) taken += queue.push([&](auto) { ++done; }) ? 1 : 0;
    CHECK(queue.waiting() == 3);
    go = true;
  }
  CHECK(taken == 4);
  CHECK(done == taken);
}

TEST_CASE("what would have to wait longer than the patience is refused at once, though the queue is not full") {
  WorkerQueue queue(1, 1000, 40ms);
  const auto slow = [](auto) { std::this_thread::sleep_for(20ms); };
  for (int learned = 0; learned < 20; ++learned) {  // how long tasks take
    while (queue.waiting() + queue.at_work() > 0) std::this_thread::yield();
    queue.push(slow);
  }
  int taken = 0;
  for (int i = 0; i < 100; ++i) taken += queue.push(slow) ? 1 : 0;
  CHECK(taken >= 1);
  CHECK(taken <= 8);  // two or three fit into the patience; the average is still learning
  while (queue.waiting() + queue.at_work() > 0) std::this_thread::yield();
  CHECK(queue.push(slow));  // an empty queue takes whatever comes
}
