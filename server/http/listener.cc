#include "server/http/listener.h"

#include <httplib.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <random>
#include <thread>
#include <utility>

#include "server/http/answer_writer.h"
#include "server/http/request_head.h"
#include "server/http/target.h"
#include "server/http/worker_queue.h"

namespace backfile {
namespace {

using Clock = Connection::Clock;
using namespace std::chrono_literals;

constexpr int kBacklog = 1024;
constexpr auto kLook = 100ms;      // between two looks at whether to go on waiting
constexpr auto kFarewell = 200ms;  // for the peer to take the last answer and close

std::string random_prefix() {
  char text[16];
  std::snprintf(text, sizeof text, "%08x-", std::random_device{}());
  return text;
}

std::uint16_t port_of(int socket) {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  if (::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length) != 0) return 0;
  const auto port = address.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6&>(address).sin6_port
                                                  : reinterpret_cast<sockaddr_in&>(address).sin_port;
  return ntohs(port);
}

}  // namespace

// httplib accepts the connections; from there on they are ours.
class Listener::Server : private httplib::Server {
 public:
  Server(ListenOptions options, backfile::Handler handler);
  ~Server() override;

  std::uint16_t port() const { return port_; }
  void run();
  void stop() { stopping_ = true; }

 private:
  // Gives httplib's accept loop its two moments to call us.
  class AcceptLoop : public httplib::TaskQueue {
   public:
    explicit AcceptLoop(Server& server) : server_(server) {}
    void enqueue(std::function<void()> take) override { take(); }
    void shutdown() override {}
    void on_idle() override { server_.end_if_done(); }

   private:
    Server& server_;
  };

  void open();
  void accept_until_stopped();
  void end_if_done();
  bool process_and_close_socket(socket_t socket) override;
  void serve(Connection& connection);
  bool await_request(Connection& connection) const;
  bool is_wanted_elsewhere() const;
  HttpRequest blank_request(const Connection& connection);
  HttpRequest request_of(const RequestHead& head, const Connection& connection);
  bool answer(Connection& connection, const RequestHead& head, const HttpRequest& request, bool last);
  void refuse(Connection& connection, int status, std::chrono::milliseconds farewell);
  void tell(const std::string& trouble) const;

  const ListenOptions options_;
  const backfile::Handler handler_;  // httplib has a Handler too
  AnswerWriter writer_;
  const std::string id_prefix_ = random_prefix();
  std::atomic<std::uint64_t> requests_{0};
  std::atomic<bool> stopping_{false};
  socket_t spare_ = INVALID_SOCKET;  // the listening socket once more: outlives what httplib closes
  std::uint16_t port_ = 0;
  std::unique_ptr<WorkerQueue> workers_;
};

Listener::Server::Server(ListenOptions options, backfile::Handler handler)
    : options_(std::move(options)),
      handler_(std::move(handler)),
      writer_(std::chrono::floor<std::chrono::seconds>(options_.idle_patience), options_.requests_a_connection) {
  set_tcp_nodelay(true);
  set_idle_interval(kLook);
  // SO_REUSEADDR alone: with httplib's SO_REUSEPORT a second server would share the port unnoticed.
  set_socket_options([](socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  new_task_queue = [this] { return new AcceptLoop(*this); };
  open();
}

Listener::Server::~Server() {
  if (svr_sock_ != INVALID_SOCKET) ::close(svr_sock_);
  if (spare_ != INVALID_SOCKET) ::close(spare_);
}

void Listener::Server::open() {
  errno = 0;
  if (!bind_to_port(options_.host, options_.port)) {
    const std::string reason = errno == 0 ? "there is no such address" : std::strerror(errno);
    throw ListenError("cannot listen on " + options_.host + ", port " + std::to_string(options_.port) + ": " + reason);
  }
  ::listen(svr_sock_, kBacklog);  // httplib's own is 5
  spare_ = ::dup(svr_sock_);
  port_ = port_of(spare_);
}

void Listener::Server::run() {
  workers_ = std::make_unique<WorkerQueue>(options_.threads, options_.max_waiting, [this](Connection& connection) {
    try {
      serve(connection);
    } catch (const std::exception& error) {
      tell(std::string("a connection was given up: ") + error.what());
    } catch (...) {
      tell("a connection was given up");
    }
  });
  accept_until_stopped();
  ::close(std::exchange(spare_, INVALID_SOCKET));  // from here on the system refuses connections
  workers_.reset();
}

// Most errors of accept() close httplib's socket and end its loop. The spare one still listens, so nothing that waits
// is lost.
void Listener::Server::accept_until_stopped() {
  while (!listen_after_bind()) {
    const std::string reason = std::strerror(errno);
    svr_sock_ = INVALID_SOCKET;
    if (stopping_) return;
    tell("accepting a connection failed: " + reason);
    std::this_thread::sleep_for(kLook);
    svr_sock_ = ::dup(spare_);
  }
}

// Called on the accepting thread when no connection came for a while.
void Listener::Server::end_if_done() {
  if (stopping_ && workers_->is_idle()) ::close(svr_sock_.exchange(INVALID_SOCKET));
}

// Called on the accepting thread with each new connection.
bool Listener::Server::process_and_close_socket(socket_t socket) {
  Connection connection(socket, stopping_);
  if (workers_->push(connection)) return true;
  refuse(connection, 503, 0ms);
  return false;
}

void Listener::Server::serve(Connection& connection) {
  for (std::size_t count = 1; await_request(connection); ++count) {
    const auto bytes = connection.read_head(kLook, [&](Clock::duration waited) {
      return waited >= (is_wanted_elsewhere() ? options_.hurried_patience : options_.head_patience);
    });
    if (const int* status = std::get_if<int>(&bytes)) {
      if (*status != 0) refuse(connection, *status, kFarewell);
      return;
    }
    const auto parsed = parse_request_head(std::get<std::string>(bytes));
    if (const int* status = std::get_if<int>(&parsed)) return refuse(connection, *status, kFarewell);
    const RequestHead& head = std::get<RequestHead>(parsed);
    const bool last = !head.keeps_alive || count >= options_.requests_a_connection || stopping_;
    if (!answer(connection, head, request_of(head, connection), last)) return;
    if (last) return connection.finish(kFarewell);
  }
}

bool Listener::Server::await_request(Connection& connection) const {
  const auto began = Clock::now();
  while (!connection.readable_within(kLook)) {
    if (is_wanted_elsewhere() || Clock::now() - began >= options_.idle_patience) return false;
  }
  return true;
}

// Whether the worker had better not wait for its client any longer.
bool Listener::Server::is_wanted_elsewhere() const { return stopping_ || workers_->has_waiting(); }

HttpRequest Listener::Server::blank_request(const Connection& connection) {
  HttpRequest request;
  request.id = id_prefix_ + std::to_string(++requests_);
  request.remote_address = connection.peer_address();
  request.while_stopping = connection.is_late();
  return request;
}

HttpRequest Listener::Server::request_of(const RequestHead& head, const Connection& connection) {
  HttpRequest request = blank_request(connection);
  request.method = head.method;
  request.headers = head.headers;
  if (auto target = parse_target(head.target)) {
    request.path = std::move(target->path);
    request.parameters = std::move(target->parameters);
  } else {
    request.refused = 400;
  }
  return request;
}

// False where the connection cannot go on.
bool Listener::Server::answer(Connection& connection, const RequestHead& head, const HttpRequest& request, bool last) {
  const HttpResponse response = handler_(request);
  return writer_.write(connection, head, response, last, Clock::now() + options_.answer_patience);
}

void Listener::Server::refuse(Connection& connection, int status, std::chrono::milliseconds farewell) {
  HttpRequest request = blank_request(connection);
  request.refused = status;
  answer(connection, RequestHead{}, request, true);
  connection.finish(farewell);
}

void Listener::Server::tell(const std::string& trouble) const {
  if (options_.on_trouble) options_.on_trouble(trouble);
}

Listener::Listener(ListenOptions options, Handler handler)
    : server_(std::make_unique<Server>(std::move(options), std::move(handler))) {}
Listener::~Listener() = default;

std::uint16_t Listener::port() const { return server_->port(); }
void Listener::run() { server_->run(); }
void Listener::stop() { server_->stop(); }

}  // namespace backfile
