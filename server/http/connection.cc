#include "server/http/connection.h"

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "server/http/request_head.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxBytesToIgnore = 1 << 20;  // of a body that is not wanted, before the connection is closed

int milliseconds_until(Connection::Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Connection::Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
}

bool may_be_tried_again() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

}  // namespace

Connection::Connection(int socket, bool is_late) : socket_(socket), is_late_(is_late) {
  ::fcntl(socket_, F_SETFL, ::fcntl(socket_, F_GETFL) | O_NONBLOCK);
}

Connection::Connection(Connection&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), is_late_(other.is_late_), pending_(std::move(other.pending_)) {}

Connection::~Connection() {
  if (socket_ >= 0) ::close(socket_);
}

std::string Connection::peer_address() const {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  char host[NI_MAXHOST] = "";
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  if (::getpeername(socket_, generic, &length) != 0) return "";
  if (::getnameinfo(generic, length, host, sizeof host, nullptr, 0, NI_NUMERICHOST) != 0) return "";
  return host;
}

bool Connection::wait_for(short events, Clock::time_point deadline) const {
  for (;;) {
    pollfd waited{socket_, events, 0};
    const int ready = ::poll(&waited, 1, milliseconds_until(deadline));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

bool Connection::readable_within(std::chrono::milliseconds patience) {
  return !pending_.empty() || wait_for(POLLIN, Clock::now() + patience);
}

std::variant<std::string, int> Connection::read_head(std::chrono::milliseconds look,
                                                     const std::function<bool(Clock::duration)>& gives_up) {
  const auto began = Clock::now();
  std::size_t seen = 0;
  for (;;) {
    while (pending_.starts_with("\r\n")) pending_.erase(0, 2);  // RFC 9112 2.2: empty lines before a request line
    if (const std::size_t end = head_end(pending_, seen)) {
      if (end > kMaxHeadBytes) return pending_.find('\n') > kMaxTargetBytes ? 414 : 431;
      std::string head = pending_.substr(0, end);
      pending_.erase(0, end);
      return head;
    }
    seen = pending_.size();
    if (seen >= kMaxHeadBytes) return pending_.find('\n') > kMaxTargetBytes ? 414 : 431;
    if (gives_up(Clock::now() - began)) return 408;
    if (!wait_for(POLLIN, Clock::now() + look)) continue;
    char buffer[kMaxHeadBytes];
    const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
    if (got > 0) {
      pending_.append(buffer, static_cast<std::size_t>(got));
    } else if (got == 0 || !may_be_tried_again()) {
      return 0;
    }
  }
}

bool Connection::send(std::string_view bytes, Clock::time_point deadline) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    } else if (!may_be_tried_again() || !wait_for(POLLOUT, deadline)) {
      return false;
    }
  }
  return true;
}

void Connection::finish(std::chrono::milliseconds patience) {
  ::shutdown(socket_, SHUT_WR);
  const auto deadline = Clock::now() + patience;
  std::size_t ignored = 0;
  char buffer[kMaxHeadBytes];
  while (ignored < kMaxBytesToIgnore && wait_for(POLLIN, deadline)) {
    const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
    if (got == 0 || (got < 0 && !may_be_tried_again())) return;
    ignored += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
  }
}

}  // namespace backfile
