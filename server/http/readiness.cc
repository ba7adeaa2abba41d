#include "server/http/readiness.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

namespace backfile {
namespace {

constexpr std::size_t kAtOnce = 256;

}  // namespace

Readiness::Readiness() : epoll_(::epoll_create1(EPOLL_CLOEXEC)), bell_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (epoll_ < 0 || bell_ < 0 || !watch(bell_, For::reading, nullptr)) {
    throw std::runtime_error(std::string("cannot wait for connections: ") + std::strerror(errno));
  }
}

Readiness::~Readiness() {
  ::close(epoll_);
  ::close(bell_);
}

bool Readiness::watch(int socket, For what, void* whose) {
  epoll_event event{};
  event.events = what == For::reading ? EPOLLIN : EPOLLOUT;
  event.data.ptr = whose;
  if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, socket, &event) == 0) return true;
  return errno == EEXIST && ::epoll_ctl(epoll_, EPOLL_CTL_MOD, socket, &event) == 0;
}

void Readiness::forget(int socket) { ::epoll_ctl(epoll_, EPOLL_CTL_DEL, socket, nullptr); }

const std::vector<void*>& Readiness::wait(std::chrono::milliseconds patience) {
  std::array<epoll_event, kAtOnce> events;
  const int count =
      ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), static_cast<int>(patience.count()));
  ready_.clear();
  for (int i = 0; i < count; ++i) {
    void* const whose = events[static_cast<std::size_t>(i)].data.ptr;
    if (whose) {
      ready_.push_back(whose);
      continue;
    }
    std::uint64_t rings = 0;
    [[maybe_unused]] const ssize_t got = ::read(bell_, &rings, sizeof rings);
  }
  return ready_;
}

void Readiness::ring() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(bell_, &one, sizeof one);
}

}  // namespace backfile
