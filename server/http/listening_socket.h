// The socket that connections come in by.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace backfile {

// The address cannot be listened on; the message names it and says why.
class ListenError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Listens from when it is constructed until it is closed: connections wait in it meanwhile, 1,024 at most. Accepting
// never blocks.
class ListeningSocket {
 public:
  // `host` is an address, or a name that resolves to one; port 0 is any free one. Throws ListenError.
  ListeningSocket(const std::string& host, std::uint16_t port);
  ~ListeningSocket();
  ListeningSocket(const ListeningSocket&) = delete;
  ListeningSocket& operator=(const ListeningSocket&) = delete;

  int fd() const { return fd_; }
  std::uint16_t port() const { return port_; }
  // From here on nobody new comes to stand before it: the system drops what asks for a connection, so that it is asked
  // for again and refused once the door is closed. Those who stand before it, or are on their way (a round trip), can
  // be accepted.
  void lock();
  // From here on the system refuses connections, and cuts off those that stand before it.
  void close();

 private:
  int fd_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace backfile
