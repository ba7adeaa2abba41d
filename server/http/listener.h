// The listener: takes connections and requests from the network, calls the handler, sends its answers. All that is
// known of sockets and of cpp-httplib ends here.
//
// A worker thread serves one connection at a time. A connection that is idle gives its worker up as soon as another one
// waits; a request head must arrive whole within `head_patience`, or `hurried_patience` while others wait, at most 16
// KB of it; and an answer must be taken within `answer_patience`. What waits beyond `max_waiting` is refused. Requests
// that cannot be taken reach the handler too, with the status to answer with in HttpRequest::refused, so that all
// answers come from one place.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "server/http/http_message.h"

namespace backfile {

struct ListenOptions {
  std::string host = "127.0.0.1";  // an address, or a name that resolves to one
  std::uint16_t port = 0;          // 0: any free one
  std::size_t threads = 16;
  std::size_t max_waiting = 256;  // connections that wait for a worker
  std::size_t requests_a_connection = 100;
  std::chrono::milliseconds idle_patience{5000};
  std::chrono::milliseconds head_patience{5000};
  std::chrono::milliseconds hurried_patience{500};
  std::chrono::milliseconds answer_patience{30000};
  std::function<void(const std::string&)>
      on_trouble;  // told what went wrong with the socket, for the log; may be empty
};

// The address cannot be listened on; the message names it and says why.
class ListenError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Listener {
 public:
  // Listens when it is constructed: connections wait from then on. Throws ListenError. `handler` should not throw: that
  // costs its client the connection.
  Listener(ListenOptions options, Handler handler);
  ~Listener();

  std::uint16_t port() const;

  // Serves until stop() was called and all requests at work are answered. Call it once.
  void run();
  // Begins to stop; from any thread, any number of times. While requests are at work connections are still taken, and
  // each carries one more request. Not for signal handlers.
  void stop();

 private:
  class Server;
  std::unique_ptr<Server> server_;
};

}  // namespace backfile
