#include "server/http/connection.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "server/http/request_head.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxBytesToIgnore = 1 << 20;  // of a body that is not wanted, before the connection is closed

bool may_be_tried_again() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

int too_long(const std::string& bytes) { return bytes.find('\n') > kMaxTargetBytes ? 414 : 431; }

}  // namespace

Connection::Connection(int socket, PeerAddress peer, bool is_late)
    : socket_(socket), peer_(std::move(peer)), is_late_(is_late) {
  const int yes = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

Connection::~Connection() { close(); }

void Connection::close() {
  if (socket_ >= 0) ::close(std::exchange(socket_, -1));
}

void Connection::break_off() {
  const linger at_once{1, 0};
  if (socket_ >= 0) ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  close();
}

bool Connection::receive() {
  char buffer[kMaxHeadBytes];
  const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
  if (got == 0) return false;
  if (got < 0) return may_be_tried_again();
  has_begun_ = true;
  pending_.append(buffer, static_cast<std::size_t>(got));
  return true;
}

std::optional<std::variant<std::string, int>> Connection::take_head() {
  while (pending_.starts_with("\r\n")) {  // RFC 9112 2.2: empty lines before a request line
    pending_.erase(0, 2);
    seen_ = 0;
  }
  if (!pending_.empty() && pending_ != "\r" && !may_begin_head(pending_.front())) return 400;
  const std::size_t end = head_end(pending_, seen_);
  if (end > kMaxHeadBytes || (end == 0 && pending_.size() >= kMaxHeadBytes)) return too_long(pending_);
  seen_ = pending_.size();
  if (end == 0) return std::nullopt;
  std::string head = pending_.substr(0, end);
  pending_.erase(0, end);
  seen_ = 0;
  has_begun_ = !pending_.empty();
  return head;
}

void Connection::give_answer(std::string bytes) {
  answer_ = std::move(bytes);
  sent_ = 0;
}

Connection::Sent Connection::send_some() {
  while (unsent() > 0) {
    const ssize_t sent = ::send(socket_, answer_.data() + sent_, unsent(), MSG_NOSIGNAL);
    if (sent < 0) return may_be_tried_again() ? Sent::not_yet : Sent::failed;
    sent_ += static_cast<std::size_t>(sent);
  }
  give_answer(std::string());
  return Sent::all;
}

void Connection::end_sending() {
  ::shutdown(socket_, SHUT_WR);
  pending_ = std::string();
}

bool Connection::ignore_some() {
  char buffer[kMaxHeadBytes];
  const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
  if (got <= 0) return got < 0 && may_be_tried_again();
  ignored_ += static_cast<std::size_t>(got);
  return ignored_ < kMaxBytesToIgnore;
}

}  // namespace backfile
