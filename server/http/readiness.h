// Which of many sockets can go on (epoll), and a bell that another thread rings.
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

namespace backfile {

// Throws std::runtime_error where the system refuses to make one.
class Readiness {
 public:
  Readiness();
  ~Readiness();
  Readiness(const Readiness&) = delete;
  Readiness& operator=(const Readiness&) = delete;

  enum class For : std::uint32_t { reading, writing };

  // Watches a socket from now on, for one thing; `whose` names it. False where the system refuses.
  bool watch(int socket, For what, void* whose);
  // No longer. A socket that is closed is not watched anyhow.
  void forget(int socket);

  // Those that can go on, or have failed; none after `patience`. Those that ring() woke are not told apart.
  const std::vector<void*>& wait(std::chrono::milliseconds patience);
  // Ends a wait; of any thread.
  void ring() const;

 private:
  int epoll_;
  int bell_;
  std::vector<void*> ready_;
};

}  // namespace backfile
