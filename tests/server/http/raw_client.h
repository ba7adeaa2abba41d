// A client that sends exactly the bytes it is told to, and reads answers one by one.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace backfile {

struct RawAnswer {
  int status = 0;  // 0: there was no answer, the connection is closed
  std::string head;
  std::string body;
  bool is_whole = true;  // the body came to its end

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
    const int yes = 1;  // a port that is free towards this server, not one that is free towards all
    ::setsockopt(socket_, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
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

  // The next answer, by its Content-Length or its chunks.
  RawAnswer read(bool has_body = true) {
    while (received_.find("\r\n\r\n") == std::string::npos) {
      if (!receive()) return {};
    }
    RawAnswer answer;
    const std::size_t end = received_.find("\r\n\r\n") + 4;
    answer.head = received_.substr(0, end);
    received_.erase(0, end);
    answer.status = std::atoi(answer.head.c_str() + std::string_view("HTTP/1.1 ").size());
    if (has_body && answer.has("Transfer-Encoding: chunked")) {
      answer.is_whole = read_chunks(answer.body);
      return answer;
    }
    constexpr std::string_view kLength = "Content-Length: ";
    const std::size_t at = answer.head.find(kLength);
    if (!has_body || at == std::string::npos) return answer;
    const auto length = static_cast<std::size_t>(std::atol(answer.head.c_str() + at + kLength.size()));
    while (received_.size() < length) {
      if (!receive()) break;
    }
    answer.is_whole = received_.size() >= length;
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
  bool is_closed() { return received_.empty() && !receive() && has_ended_; }

  // Everything until the server closes the connection; nothing where it breaks it off.
  std::optional<std::string> read_to_the_end() {
    while (receive()) {
    }
    if (is_broken_) return std::nullopt;
    return std::exchange(received_, std::string());
  }
  // Waits until there is something to read.
  void await_input() {
    pollfd waited{socket_, POLLIN, 0};
    ::poll(&waited, 1, kPatience);
  }
  // As many bytes as have come, but no more than that.
  std::size_t take_some(std::size_t most) {
    std::string buffer(most, '\0');
    const ssize_t got = ::recv(socket_, buffer.data(), most, MSG_DONTWAIT);
    if (got < 0 && errno != EAGAIN) is_broken_ = true;  // it is told of once
    return got > 0 ? static_cast<std::size_t>(got) : 0;
  }

 private:
  static constexpr int kPatience = 30'000;  // milliseconds: a test that hangs is to fail

  bool receive_until(std::size_t bytes) {
    while (received_.size() < bytes) {
      if (!receive()) return false;
    }
    return true;
  }

  bool read_chunks(std::string& body) {
    for (;;) {
      std::size_t line = 0;
      while ((line = received_.find("\r\n")) == std::string::npos) {
        if (!receive()) return false;
      }
      const std::size_t size = std::strtoul(received_.c_str(), nullptr, 16);
      if (!receive_until(line + 2 + size + 2)) return false;
      body.append(received_, line + 2, size);
      received_.erase(0, line + 2 + size + 2);
      if (size == 0) return true;
    }
  }

  bool receive() {
    pollfd waited{socket_, POLLIN, 0};
    if (::poll(&waited, 1, kPatience) <= 0) return false;
    char buffer[4096];
    const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
    if (got < 0) is_broken_ = true;
    has_ended_ = got <= 0;
    if (has_ended_) return false;
    received_.append(buffer, static_cast<std::size_t>(got));
    return true;
  }

  int socket_;
  bool connected_ = false;
  bool is_broken_ = false;
  bool has_ended_ = false;
  std::string received_;
};

}  // namespace backfile
