// One client's connection: a non-blocking socket, the bytes of it that were read and not yet taken, and those of an
// answer that are not yet sent. Owns the socket and closes it. Belongs to one thread at a time. No call waits.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "server/http/peer_address.h"

namespace backfile {

class Connection {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Sent { all, not_yet, failed };

  // `is_late`: it was opened after the server began to stop.
  Connection(int socket, PeerAddress peer, bool is_late);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  int fd() const { return socket_; }
  const PeerAddress& peer() const { return peer_; }
  bool is_late() const { return is_late_; }

  // Reads some of what has come. False where the peer is gone, or has ended what it sends.
  bool receive();
  // Some of a request has come, but not its whole head.
  bool has_begun() const { return has_begun_; }
  // The next request head, with its empty line, or the status of its refusal: 400, 414 or 431. Nothing while it is not
  // whole.
  std::optional<std::variant<std::string, int>> take_head();

  // The bytes of an answer, behind which nothing of another one waits.
  void give_answer(std::string bytes);
  Sent send_some();
  std::size_t unsent() const { return answer_.size() - sent_; }

  // Tells the peer that nothing more comes. What it still sends has to be read before the end, or the system takes
  // back the last answer: false where the peer has ended too, or sends without end.
  void end_sending();
  bool ignore_some();

  // Closes the socket before the object goes.
  void close();
  // The same in the middle of an answer: the peer gets an error in place of an end (RFC 9293 3.10.7), for an answer
  // that only the end of its connection ends looks whole otherwise.
  void break_off();

 private:
  int socket_;
  PeerAddress peer_;
  bool is_late_;
  bool has_begun_ = false;
  std::string pending_;
  std::size_t seen_ = 0;  // of pending_, no head ends before
  std::string answer_;
  std::size_t sent_ = 0;
  std::size_t ignored_ = 0;
};

}  // namespace backfile
