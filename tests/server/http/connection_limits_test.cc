// Connections that want nothing, or never come to the point, and those that are too many.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <deque>
#include <ostream>

#include "tests/server/http/raw_client.h"
#include "tests/server/http/running_listener.h"
#include "tests/support/resident_memory.h"

using namespace backfile;
using namespace std::chrono_literals;

namespace {

HttpResponse answer_path(const HttpRequest& request) {
  HttpResponse response;
  response.status = request.refused == 0 ? 200 : request.refused;
  response.body = request.path;
  return response;
}

bool is_served(std::uint16_t port, std::uint8_t from = 1) {
  RawClient client(port, from);
  client.get("/fresh");
  return client.read().body == "/fresh";
}

// Both ends of every connection are in this process. Gives the number of connections that there is room for.
std::size_t room_for_connections(std::size_t wanted) {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  return std::min<std::size_t>(wanted, limit.rlim_cur < 2000 ? 0 : (limit.rlim_cur - 1500) / 2);
}

}  // namespace

TEST_CASE("two thousand connections that are idle or never come to the point do not stop a fresh request") {
  ListenOptions options;
  options.threads = 4;
  options.head_patience = 1h;
  options.idle_patience = 1h;
  for (const std::size_t wanted : {8u, 64u, 512u, 2000u}) {
    const std::size_t count = room_for_connections(wanted);
    CAPTURE(count);
    const RunningListener running(answer_path, options);
    std::deque<RawClient> slow;
    for (std::size_t i = 0; i < count; ++i) {
      RawClient& client = slow.emplace_back(running.port());
      if (i % 4 == 1) client.send("G");
      if (i % 4 == 2) client.send("GET / HTTP/1.1\r\nHost: a\r\nX");
      if (i % 4 == 3) client.get("/then-idle");
    }
    std::size_t served = 0;
    for (int i = 0; i < 50; ++i) served += is_served(running.port());
    CHECK(served == 50);
    CHECK(std::ranges::none_of(slow, [](const RawClient& client) { return client.is_closed_already(); }));
    MESSAGE(served << " of 50 fresh requests answered beside " << count << " slow or idle connections");
  }
}

TEST_CASE("a connection that is idle for too long is closed without a word") {
  ListenOptions options;
  options.idle_patience = 100ms;
  const RunningListener running(answer_path, options);
  RawClient never(running.port());
  RawClient once(running.port());
  once.get("/once");
  CHECK(once.read().body == "/once");
  CHECK(never.is_closed());
  CHECK(once.is_closed());
}

TEST_CASE("empty lines do not make a request that never comes live longer") {
  ListenOptions options;
  options.head_patience = 300ms;
  options.idle_patience = 1h;
  const RunningListener running(answer_path, options);
  RawClient client(running.port());
  const auto until = std::chrono::steady_clock::now() + 20s;
  while (!client.is_closed_already() && std::chrono::steady_clock::now() < until) {
    client.send("\r\n");
    if (client.has_input()) break;
    std::this_thread::sleep_for(10ms);
  }
  CHECK(client.read().status == 408);
}

TEST_CASE("beyond the limit of an address its own oldest idle connection goes, and nobody else's") {
  ListenOptions options;
  options.connections_an_address = 4;
  options.spares_loopback = false;
  options.idle_patience = 1h;
  options.head_patience = 1h;
  const RunningListener running(answer_path, options);
  RawClient other(running.port(), 2);
  other.get("/other");
  CHECK(other.read().body == "/other");
  std::deque<RawClient> clients;
  for (int i = 0; i < 4; ++i) {
    RawClient& client = clients.emplace_back(running.port());
    client.get("/idle");
    CHECK(client.read().body == "/idle");
  }
  clients[1].send("GET /unfinished");
  for (int i = 0; i < 3; ++i) CHECK(is_served(running.port(), 3));
  CHECK(is_served(running.port()));
  CHECK(clients[0].is_closed());
  CHECK(!clients[2].is_closed_already());
  CHECK(!other.is_closed_already());
  other.get("/again");
  CHECK(other.read().body == "/again");
}

TEST_CASE("a connection whose request is at work is never closed to make room") {
  Gate gate;
  ListenOptions options;
  options.connections_an_address = 2;
  options.max_connections = 3;
  options.spares_loopback = false;
  const RunningListener running(
      [&](const HttpRequest& request) {
        if (request.path == "/at-work") gate.pass();
        return answer_path(request);
      },
      options);
  std::deque<RawClient> at_work;
  for (int i = 0; i < 3; ++i) {
    at_work.emplace_back(running.port()).get("/at-work");
    gate.await_arrivals(i + 1);
  }
  RawClient refused(running.port());
  refused.get("/more");
  CHECK(refused.read().status == 503);  // there is no other way left
  gate.open();
  for (RawClient& client : at_work) CHECK(client.read().body == "/at-work");
  bool served = false;  // a worker gives a connection back a moment after its client has the answer
  for (int tries = 0; tries < 1000 && !served; ++tries) served = is_served(running.port());
  CHECK(served);
}

TEST_CASE("a proxy may open as many connections as it needs") {
  ListenOptions options;
  options.connections_an_address = 2;
  options.spares_loopback = false;
  options.proxies = {"127.0.0.2"};
  const RunningListener running(answer_path, options);
  std::deque<RawClient> idle;
  for (int i = 0; i < 10; ++i) {
    idle.emplace_back(running.port(), 2).get("/idle");
    CHECK(idle.back().read().body == "/idle");
  }
  CHECK(std::ranges::none_of(idle, [](const RawClient& client) { return client.is_closed_already(); }));
}

TEST_CASE("endless lines and endless headers take no memory") {
  const RunningListener running(answer_path);
  const std::string megabyte(1 << 20, 'a');
  const auto flood = [&](int rounds) {
    for (int i = 0; i < rounds; ++i) {
      RawClient client(running.port());
      client.send(i % 2 == 0 ? "GET /" : "GET / HTTP/1.1\r\nHost: a\r\nA: ");
      for (int part = 0; part < 4; ++part) client.send(megabyte);
    }
  };
  flood(10);
  const std::size_t before = resident_kilobytes();
  flood(60);
  const std::size_t after = resident_kilobytes();
  MESSAGE("240 MB of endless heads: resident " << before << " kB before, " << after << " kB after");
  CHECK(after < before + 32 * 1024);
  CHECK(is_served(running.port()));
}

TEST_CASE("slow readers keep no worker, and their answers no more memory than is allowed") {
  ListenOptions options;
  options.threads = 2;
  options.max_unsent_bytes = 16 << 20;
  const RunningListener running(
      [](const HttpRequest& request) {
        HttpResponse response = answer_path(request);
        if (request.path == "/large") response.body.assign(8 << 20, 'x');
        return response;
      },
      options);
  std::deque<RawClient> slow;
  for (int i = 0; i < 12; ++i) {
    RawClient& client = slow.emplace_back(running.port());
    if (i < 11) client.narrow(4096);
    client.get("/large");
    CHECK(is_served(running.port()));
  }
  const auto until = std::chrono::steady_clock::now() + 20s;
  while (running.listener.load().cut < 8 && std::chrono::steady_clock::now() < until) {
    CHECK(is_served(running.port()));
  }
  CHECK(running.listener.load().cut >= 8);
  const RawAnswer last = slow.back().read();
  CHECK(last.body.size() == 8u << 20);
}

TEST_CASE("a client that has sent its request may stop sending and still gets its answer") {
  const RunningListener running(answer_path);
  RawClient client(running.port());
  client.send("GET /one HTTP/1.1\r\nHost: a\r\n\r\nGET /two HTTP/1.1\r\nHost: a\r\n\r\n");
  client.end_sending();
  CHECK(client.read().body == "/one");
  CHECK(client.read().body == "/two");
  CHECK(client.is_closed());
}

TEST_CASE("a request that waited too long for a worker is refused, not answered late") {
  Gate gate;
  ListenOptions options;
  options.threads = 1;
  options.queue_patience = 50ms;
  const RunningListener running(
      [&](const HttpRequest& request) {
        if (request.path == "/at-work") gate.pass();
        return answer_path(request);
      },
      options);
  RawClient at_work(running.port());
  at_work.get("/at-work");
  gate.await_arrivals(1);
  RawClient waits(running.port());
  waits.get("/waits");
  std::this_thread::sleep_for(200ms);
  CHECK(running.listener.load().waiting == 1);
  gate.open();
  CHECK(at_work.read().body == "/at-work");
  CHECK(waits.read().status == 503);
}

TEST_CASE("a listener is alive while a worker is free, and not when all are stuck") {
  Gate gate;
  ListenOptions options;
  options.threads = 2;
  const RunningListener running(
      [&](const HttpRequest& request) {
        if (request.path == "/stuck") gate.pass();
        return answer_path(request);
      },
      options);
  RawClient one(running.port());
  one.get("/stuck");
  gate.await_arrivals(1);
  std::this_thread::sleep_for(50ms);
  CHECK(running.listener.is_alive(10ms));
  RawClient two(running.port());
  two.get("/stuck");
  gate.await_arrivals(2);
  std::this_thread::sleep_for(50ms);
  CHECK(!running.listener.is_alive(10ms));
  CHECK(running.listener.is_alive(1h));
  gate.open();
  CHECK(one.read().body == "/stuck");
  CHECK(two.read().body == "/stuck");
  const auto until = std::chrono::steady_clock::now() + 20s;
  while (!running.listener.is_alive(10ms) && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(1ms);
  CHECK(running.listener.is_alive(10ms));
}
