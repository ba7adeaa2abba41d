// One client's connection: a non-blocking socket, and the bytes of it that were read and not yet taken. Owns the socket
// and closes it. Belongs to one thread at a time. No call waits longer than it is told.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

namespace backfile {

class Connection {
 public:
  using Clock = std::chrono::steady_clock;

  Connection(int socket, bool is_late);
  ~Connection();
  Connection(Connection&& other) noexcept;
  Connection& operator=(Connection&&) = delete;

  bool is_late() const { return is_late_; }  // opened after the server began to stop
  std::string peer_address() const;

  // Whether there is something to read, or to learn that the peer is gone.
  bool readable_within(std::chrono::milliseconds patience);

  // The next request head, with its empty line; else the status of the refusal: 408, 414 or 431; or 0 where the peer
  // closed the connection. `gives_up` is asked again and again, at least every `look`, with how long it has taken.
  std::variant<std::string, int> read_head(std::chrono::milliseconds look,
                                           const std::function<bool(Clock::duration)>& gives_up);

  // Sends all of it, or gives false: the peer is gone, or did not take it in time.
  bool send(std::string_view bytes, Clock::time_point deadline);

  // Ends the connection so that the peer can read the last answer: a plain close with bytes unread resets it.
  void finish(std::chrono::milliseconds patience);

 private:
  bool wait_for(short events, Clock::time_point deadline) const;

  int socket_;
  bool is_late_;
  std::string pending_;
};

}  // namespace backfile
