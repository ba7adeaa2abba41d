// The listener: takes connections and requests from the network, calls the handler, sends its answers. All that is
// known of sockets ends here.
//
// One thread accepts and holds every connection, whatever it does or fails to do, and waits for none of them. A request
// is given to a worker when its whole head is there, and an answer that its client is slow to take goes back to the one
// thread: no worker ever waits for a client. Of a streamed answer a worker makes some pieces, each when the one before
// is sent; then other requests have their turn, and it waits for its own like a request, but is never refused.
//
// A head must be whole `head_patience` after its first byte, at most 16 KB of it; an answer, or each piece of one, must
// be taken within `answer_patience`; a connection may be idle for `idle_patience`. Requests that wait beyond
// `max_waiting`, or for longer than `queue_patience`, are refused. Requests that cannot be taken reach the handler too,
// with the status to answer with in HttpRequest::refused, so that all answers come from one place.
//
// Beyond `max_connections`, or `connections_an_address` of one address, the oldest connection that carries no request
// is closed, of that address: a new one is not refused for it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/http/http_message.h"
#include "server/http/listening_socket.h"

namespace backfile {

class ConnectionLoop;

struct ListenOptions {
  std::string host = "127.0.0.1";  // an address, or a name that resolves to one
  std::uint16_t port = 0;          // 0: any free one
  std::size_t threads = 16;
  std::size_t max_waiting = 256;        // requests that wait for a worker
  std::size_t max_connections = 10000;  // in any case no more than file descriptors allow
  std::size_t connections_an_address = 64;
  std::vector<std::string> proxies;  // addresses that connect for many: that limit is not theirs
  bool spares_loopback = true;       // nor is it of this machine
  std::size_t requests_a_connection = 100;
  std::size_t max_unsent_bytes = 64 << 20;  // of answers that clients do not take: beyond, the oldest is cut
  std::chrono::milliseconds idle_patience{5000};
  std::chrono::milliseconds head_patience{5000};
  std::chrono::milliseconds queue_patience{1000};
  std::chrono::milliseconds answer_patience{30000};
  std::chrono::milliseconds drain_patience{8000};  // after stop(): what is not sent then is cut
  std::function<void(const std::string&)>
      on_trouble;  // told what went wrong with the socket, for the log; may be empty
};

// How busy a listener is, and what it had to do about it since it began.
struct ListenerLoad {
  std::size_t connections = 0;
  std::size_t waiting = 0;  // requests that no worker has yet
  std::size_t at_work = 0;
  std::uint64_t accepted = 0;  // connections
  std::uint64_t evicted = 0;   // connections that were closed to make room
  std::uint64_t cut = 0;       // answers that were not taken in time
  std::uint64_t failed = 0;    // attempts to accept
};

class Listener {
 public:
  // Listens when it is constructed: connections wait from then on. Throws ListenError. `handler` should not throw: that
  // costs its client the connection.
  Listener(ListenOptions options, Handler handler);
  ~Listener();

  std::uint16_t port() const;

  // Serves until stop() was called and all requests at work are answered; after `drain_patience` what is still being
  // sent is cut. Call it once.
  void run();
  // Begins to stop; from any thread, any number of times. While requests are at work connections are still taken, for
  // two seconds at most, and each carries one more request. Not for signal handlers.
  void stop();

  // Of any thread.
  ListenerLoad load() const;
  // Whether something goes on, or could: false where the one thread, or all workers, have been at the same thing for
  // longer than that.
  bool is_alive(std::chrono::milliseconds longest) const;

 private:
  std::unique_ptr<ConnectionLoop> loop_;
};

}  // namespace backfile
