// A client that sends exactly the bytes it is told to, and reads answers one by one.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace backfile {

struct RawAnswer {
  int status = 0;  // 0: there was no answer, the connection is closed
  std::string head;
  std::string body;

  bool has(std::string_view header_line) const {
    return head.find(std::string(header_line) + "\r\n") != std::string::npos;
  }
};

class RawClient {
 public:
  // `from` is the last byte of the client's own address.
  explicit RawClient(std::uint16_t port, std::uint8_t from = 1) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK - 1 + from);
    ::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~RawClient() { ::close(socket_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  bool connected() const { return connected_; }

  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  void get(const std::string& target, const std::string& headers = "") {
    send("GET " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n");
  }

  // The next answer, by its Content-Length.
  RawAnswer read(bool has_body = true) {
    while (received_.find("\r\n\r\n") == std::string::npos) {
      if (!receive()) return {};
    }
    RawAnswer answer;
    const std::size_t end = received_.find("\r\n\r\n") + 4;
    answer.head = received_.substr(0, end);
    received_.erase(0, end);
    answer.status = std::atoi(answer.head.c_str() + std::string_view("HTTP/1.1 ").size());
    constexpr std::string_view kLength = "Content-Length: ";
    const std::size_t at = answer.head.find(kLength);
    if (!has_body || at == std::string::npos) return answer;
    const auto length = static_cast<std::size_t>(std::atol(answer.head.c_str() + at + kLength.size()));
    while (received_.size() < length) {
      if (!receive()) break;
    }
    answer.body = received_.substr(0, length);
    received_.erase(0, std::min(length, received_.size()));
    return answer;
  }

  // Tells the server that nothing more is sent.
  void end_sending() { ::shutdown(socket_, SHUT_WR); }
  // Takes at most about so many bytes before it reads.
  void narrow(int bytes) { ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes); }
  bool has_input() const {
    char byte = 0;
    return ::recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
  }
  // Whether it is closed by now, without waiting for it.
  bool is_closed_already() const {
    char byte = 0;
    return ::recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
  }

  // Whether the server closes the connection, and sends nothing more before.
  bool is_closed() { return received_.empty() && !receive(); }

 private:
  bool receive() {
    constexpr int kPatience = 30'000;  // milliseconds: a test that hangs is to fail
    pollfd waited{socket_, POLLIN, 0};
    if (::poll(&waited, 1, kPatience) <= 0) return false;
    char buffer[4096];
    const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
    if (got <= 0) return false;
    received_.append(buffer, static_cast<std::size_t>(got));
    return true;
  }

  int socket_;
  bool connected_ = false;
  std::string received_;
};

}  // namespace backfile
