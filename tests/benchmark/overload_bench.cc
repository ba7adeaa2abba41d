// What becomes of a server that is asked four times as much as it can answer.
//
//   overload_bench PORT [SECONDS]
//
// Finds the peak with a few clients that ask one search after the other, each its own query, on new connections; then
// asks at four times that rate, whatever comes back; then as at first. Prints the rates, how quick 503s were, and how
// soon the first good answer came afterwards. One thread holds all connections, so that little of the machine's time is
// the client's. Rates are of this machine, client included: compare them with one another only.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr std::array kWords = {"harbour", "council", "market", "storm", "museum",
                               "river",   "teacher", "budget", "oil",   "police"};

// A request on a connection of its own; `status` 0: no answer.
struct Ask {
  int socket = -1;
  Clock::time_point began;
  std::string answer_begin;
};

struct Answer {
  int status = 0;
  double seconds = 0;
};

class Client {
 public:
  explicit Client(std::uint16_t port) : port_(port), epoll_(::epoll_create1(0)) {}
  ~Client() { ::close(epoll_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  void ask() {
    const std::size_t number = asked_++;
    auto ask = std::make_unique<Ask>();
    ask->began = Clock::now();
    ask->socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port_);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(ask->socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    const std::string request = std::string("GET /api/v1/search?q=") + kWords[number % 10] + "+OR+" +
                                kWords[number / 10 % 10] + "+OR+" + kWords[number / 100 % 10] +
                                "&page_size=50 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    // On loopback the connection stands at once, or the backlog is full and nothing can be sent: no answer.
    if (::send(ask->socket, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size())) {
      return finish(*ask);
    }
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = ask->socket;
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, ask->socket, &event);
    under_way_.emplace(ask->socket, std::move(ask));
  }

  // Takes what has come, after waiting for as many milliseconds at most.
  void take(int patience) {
    std::array<epoll_event, 256> events{};
    const int ready = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), patience);
    for (int i = 0; i < ready; ++i) {
      const auto found = under_way_.find(events[static_cast<std::size_t>(i)].data.fd);
      if (read_some(*found->second)) continue;
      finish(*found->second);
      under_way_.erase(found);
    }
  }

  std::size_t under_way() const { return under_way_.size(); }
  std::vector<Answer>& answers() { return answers_; }

 private:
  static bool read_some(Ask& ask) {
    std::array<char, 65536> buffer;
    for (;;) {
      const ssize_t got = ::recv(ask.socket, buffer.data(), buffer.size(), 0);
      if (got <= 0) return got < 0 && (errno == EAGAIN || errno == EINTR);
      if (ask.answer_begin.size() < 16)
        ask.answer_begin.append(buffer.data(), static_cast<std::size_t>(std::min<ssize_t>(got, 16)));
    }
  }

  void finish(const Ask& ask) {
    ::close(ask.socket);
    const int status = ask.answer_begin.size() > 12 ? std::atoi(ask.answer_begin.c_str() + 9) : 0;
    answers_.push_back({status, Seconds(Clock::now() - ask.began).count()});
  }

  const std::uint16_t port_;
  const int epoll_;
  std::size_t asked_ = 0;
  std::unordered_map<int, std::unique_ptr<Ask>> under_way_;
  std::vector<Answer> answers_;
};

std::size_t good(const std::vector<Answer>& answers) {
  return static_cast<std::size_t>(std::ranges::count(answers, 200, &Answer::status));
}

// Good answers a second to so many who wait for each answer.
double closed_loop(std::uint16_t port, std::size_t clients, double seconds) {
  Client client(port);
  const auto began = Clock::now();
  while (Seconds(Clock::now() - began).count() < seconds) {
    while (client.under_way() < clients) client.ask();
    client.take(10);
  }
  const double took = Seconds(Clock::now() - began).count();
  const double rate = static_cast<double>(good(client.answers())) / took;
  while (client.under_way() > 0) client.take(10);
  return rate;
}

struct Flood {
  std::vector<Answer> answers;
  double seconds = 0;  // to the last answer
};

Flood open_loop(std::uint16_t port, double rate, double seconds) {
  Client client(port);
  const auto began = Clock::now();
  std::size_t asked = 0;
  for (;;) {
    const double now = Seconds(Clock::now() - began).count();
    if (now >= seconds && client.under_way() == 0) break;
    for (; now < seconds && static_cast<double>(asked) < now * rate; ++asked) client.ask();
    client.take(1);
  }
  return {client.answers(), Seconds(Clock::now() - began).count()};
}

void tell_quickness(const char* what, const std::vector<Answer>& answers, int status) {
  std::vector<double> took;
  for (const Answer& answer : answers) {
    if (answer.status == status) took.push_back(answer.seconds * 1e3);
  }
  if (took.empty()) return;
  std::ranges::sort(took);
  std::printf("%s: median %.1f ms, 99%% %.1f ms, slowest %.1f ms\n", what, took[took.size() / 2],
              took[took.size() * 99 / 100], took.back());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const auto port = static_cast<std::uint16_t>(std::atoi(argv[1]));
  const double seconds = argc > 2 ? std::atof(argv[2]) : 5;
  const rlimit descriptors{65536, 65536};
  ::setrlimit(RLIMIT_NOFILE, &descriptors);

  const double peak = std::max(closed_loop(port, 4, seconds), closed_loop(port, 16, seconds));
  std::printf("peak: %.0f good answers a second\n", peak);
  const Flood flood = open_loop(port, 4 * peak, seconds);
  const auto count = [&](int status) { return std::ranges::count(flood.answers, status, &Answer::status); };
  std::printf(
      "at four times the peak: %zu asked in %.1f s and answered in %.1f s: %ld good (%.0f %% of the peak), %ld 503, "
      "%ld without an answer\n",
      flood.answers.size(), seconds, flood.seconds, count(200),
      100 * static_cast<double>(count(200)) / flood.seconds / peak, count(503), count(0));
  tell_quickness("good answers", flood.answers, 200);
  tell_quickness("503", flood.answers, 503);
  const auto over = Clock::now();
  for (Client client(port); good(client.answers()) == 0;) {
    if (client.under_way() == 0) client.ask();
    client.take(10);
  }
  const double recovery = Seconds(Clock::now() - over).count();
  std::printf("recovery: a good answer after %.3f s; then %.0f %% of the peak\n", recovery,
              100 * closed_loop(port, 16, seconds) / peak);
}
