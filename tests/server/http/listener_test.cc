#include "server/http/listener.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <memory>
#include <ostream>
#include <thread>
#include <vector>

#include "tests/server/http/raw_client.h"
#include "tests/server/http/running_listener.h"

using namespace backfile;
using namespace std::chrono_literals;

namespace {

// Says what arrived, or how it was refused.
HttpResponse echo(const HttpRequest& request) {
  HttpResponse response;
  response.set_header("Content-Type", "text/plain; charset=utf-8");
  if (request.refused != 0) {
    response.status = request.refused;
    response.body = "refused";
    return response;
  }
  response.body = request.method + " " + request.path;
  for (const auto& [name, value] : request.parameters) response.body += " " + name + "=" + value;
  return response;
}

}  // namespace

TEST_CASE("one connection carries one request after another") {
  const RunningListener running(echo);
  RawClient client(running.port());
  for (const std::string target : {"/one", "/two?q=rare+earth&q=t?riff", "/three"}) {
    CAPTURE(target);
    client.get(target);
    const RawAnswer answer = client.read();
    CHECK(answer.status == 200);
    CHECK(answer.has("Keep-Alive: timeout=5, max=100"));
    CHECK(answer.head.find("\r\nDate: ") != std::string::npos);
    CHECK(answer.has("Vary: Accept-Encoding"));
    CHECK(answer.body == (target[2] == 'w' ? "GET /two q=rare earth q=t?riff" : "GET " + target));
  }
}

TEST_CASE("a hundred pipelined requests are answered in order, and the hundredth is the last") {
  const RunningListener running(echo);
  RawClient client(running.port());
  std::string all;
  for (int i = 1; i <= 110; ++i) all += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
  client.send(all);
  for (int i = 1; i <= 100; ++i) {
    const RawAnswer answer = client.read();
    REQUIRE(answer.body == "GET /" + std::to_string(i));
    CHECK(answer.has("Connection: close") == (i == 100));
  }
  CHECK(client.is_closed());
}

TEST_CASE("a head may arrive byte by byte, with empty lines before it") {
  const RunningListener running(echo);
  RawClient client(running.port());
  for (const char c : std::string("\r\n\r\nGET /slow HTTP/1.1\r\nHost: a\r\n\r\n")) client.send(std::string(1, c));
  CHECK(client.read().body == "GET /slow");
}

TEST_CASE("HEAD has the length of what GET would send, and no body") {
  const RunningListener running(echo);
  RawClient client(running.port());
  client.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n");
  const RawAnswer head = client.read(false);
  CHECK(head.status == 200);
  CHECK(head.has("Content-Length: 7"));
  CHECK(head.head.find("Accept-Ranges") == std::string::npos);
  client.get("/y");
  CHECK(client.read().body == "GET /y");
}

TEST_CASE("an answer that has no body has no length") {
  const RunningListener running([](const HttpRequest& request) {
    HttpResponse response;
    response.status = request.path == "/204" ? 204 : 304;
    return response;
  });
  RawClient client(running.port());
  for (const int status : {204, 304}) {
    client.get("/" + std::to_string(status));
    const RawAnswer answer = client.read();
    CHECK(answer.status == status);
    CHECK(answer.head.find("Content-Length") == std::string::npos);
  }
}

TEST_CASE("an announced body is never taken for a request") {
  const RunningListener running(echo);
  const std::string smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
  struct Case {
    std::string announced;
    int status;  // of the methods that have no body
  };
  for (const Case& c : {Case{"Content-Length: " + std::to_string(smuggled.size()) + "\r\n", 413},
                        Case{"Transfer-Encoding: chunked\r\n", 400}, Case{"Content-Length: 1\r\n", 413}}) {
    for (const std::string method : {"GET", "HEAD", "OPTIONS", "POST"}) {
      CAPTURE(c.announced);
      CAPTURE(method);
      RawClient client(running.port());
      client.send(method + " /first HTTP/1.1\r\nHost: a\r\n" + c.announced + "\r\n" + smuggled);
      const RawAnswer answer = client.read();
      CHECK(answer.status == (method == "POST" ? 200 : c.status));
      CHECK(answer.body == (method == "POST" ? "POST /first" : "refused"));
      CHECK(answer.has("Connection: close"));
      CHECK(client.is_closed());
    }
  }
}

TEST_CASE("what the listener cannot take reaches the handler as refused, and the connection ends") {
  struct Case {
    std::string bytes;
    int status;
  };
  const std::string host = " HTTP/1.1\r\nHost: a\r\n";
  for (const Case& c :
       {Case{"nonsense\r\n\r\n", 400}, Case{"GET / HTTP/1.1\r\n\r\n", 400}, Case{"GET / HTTP/3.0\r\n\r\n", 505},
        Case{"GET /" + std::string(8000, 'a') + host + "\r\n", 414},
        Case{"GET /" + std::string(20000, 'a') + host + "\r\n", 414},
        Case{"GET /" + host + "A: " + std::string(20000, 'a') + "\r\n\r\n", 431},
        Case{"GET /" + host + "unfinished", 408}}) {
    CAPTURE(c.bytes.substr(0, 60));
    ListenOptions options;
    options.head_patience = 200ms;
    const RunningListener running(echo, options);
    RawClient client(running.port());
    client.send(c.bytes);
    const RawAnswer answer = client.read();
    CHECK(answer.status == c.status);
    CHECK(answer.body == "refused");
    CHECK(answer.has("Connection: close"));
    CHECK(client.is_closed());
  }
}

TEST_CASE("a target that is no address is refused and the connection goes on") {
  const RunningListener running(echo);
  RawClient client(running.port());
  client.get("nowhere");
  CHECK(client.read().status == 400);
  client.get("http://a/there?x=y");
  CHECK(client.read().body == "GET /there x=y");
}

TEST_CASE("the address that the handler is told is the client's, whatever its headers say") {
  const RunningListener running([](const HttpRequest& request) {
    HttpResponse response;
    response.body = request.remote_address;
    return response;
  });
  RawClient client(running.port());
  client.get("/", "REMOTE_ADDR: 192.0.2.1\r\nX-Forwarded-For: 192.0.2.1\r\n");
  CHECK(client.read().body == "127.0.0.1");
}

TEST_CASE("a long answer is compressed for those who take gzip, and for nobody else") {
  const RunningListener running([](const HttpRequest& request) {
    HttpResponse response;
    response.set_header("Content-Type", request.path == "/png" ? "image/png" : "application/json");
    response.body.assign(request.path == "/short" ? 100 : 200'000, 'x');
    return response;
  });
  struct Case {
    const char* path;
    const char* accepted;
    bool compressed;
  };
  for (const Case& c : {Case{"/", "gzip", true}, Case{"/", "br, deflate, gzip;q=1.0", true}, Case{"/", "br", false},
                        Case{"/", "", false}, Case{"/", "gzip;q=0", false}, Case{"/short", "gzip", false},
                        Case{"/png", "gzip", false}}) {
    CAPTURE(c.path);
    CAPTURE(c.accepted);
    RawClient client(running.port());
    client.get(c.path, "Accept-Encoding: " + std::string(c.accepted) + "\r\nRange: bytes=0-1,2-3\r\n");
    const RawAnswer answer = client.read();
    CHECK(answer.status == 200);
    CHECK(answer.has("Content-Encoding: gzip") == c.compressed);
    CHECK(answer.body.starts_with("\x1f\x8b") == c.compressed);
    CHECK(answer.has("Vary: Accept-Encoding"));
    if (!c.compressed) CHECK(answer.body.find_first_not_of('x') == std::string::npos);
  }
}

TEST_CASE("connections that are idle do not stop a fresh request") {
  ListenOptions options;
  options.threads = 4;
  options.idle_patience = 1h;
  const RunningListener running(echo, options);
  std::deque<RawClient> idle;
  for (int i = 0; i < 9; ++i) {
    RawClient& client = idle.emplace_back(running.port());
    if (i % 2 == 0) continue;  // one that never sends anything
    client.get("/" + std::to_string(i));
  }
  RawClient fresh(running.port());
  fresh.get("/fresh");
  CHECK(fresh.read().body == "GET /fresh");
}

TEST_CASE("a client that never finishes its request is told so, and the others notice nothing") {
  ListenOptions options;
  options.threads = 2;
  options.head_patience = 300ms;
  const RunningListener running(echo, options);
  std::deque<RawClient> slow;
  for (int i = 0; i < 64; ++i) slow.emplace_back(running.port()).send("GET / HTTP/1.1\r\nHost");
  for (int i = 0; i < 20; ++i) {
    RawClient fresh(running.port());
    fresh.get("/fresh");
    CHECK(fresh.read().body == "GET /fresh");
  }
  for (RawClient& client : slow) CHECK(client.read().status == 408);
}

TEST_CASE("what is beyond the queue is told so at once") {
  Gate gate;
  ListenOptions options;
  options.threads = 1;
  options.max_waiting = 2;
  const RunningListener running(
      [&](const HttpRequest& request) {
        if (request.refused == 0) gate.pass();
        return echo(request);
      },
      options);
  std::deque<RawClient> clients;
  clients.emplace_back(running.port()).get("/0");
  gate.await_arrivals(1);
  for (int i = 1; i < 5; ++i) clients.emplace_back(running.port()).get("/" + std::to_string(i));
  CHECK(clients[3].read().status == 503);
  CHECK(clients[4].read().status == 503);
  CHECK(clients[4].is_closed());
  gate.open();
  for (std::size_t i = 0; i < 3; ++i) CHECK(clients[i].read().body == "GET /" + std::to_string(i));
}

TEST_CASE("a client that does not take its answer does not keep a worker") {
  ListenOptions options;
  options.threads = 1;
  options.answer_patience = 200ms;
  const RunningListener running(
      [](const HttpRequest& request) {
        HttpResponse response;
        response.body.assign(request.path == "/large" ? 64u << 20 : 1, 'x');
        return response;
      },
      options);
  RawClient stuck(running.port());
  stuck.get("/large");
  RawClient fresh(running.port());
  fresh.get("/small");
  CHECK(fresh.read().body == "x");
}

TEST_CASE("a handler that throws costs its client the connection and nobody else anything") {
  std::atomic<bool> told{false};
  ListenOptions options;
  options.threads = 1;
  options.on_trouble = [&](const std::string& what) { told = what.find("a fault") != std::string::npos; };
  const RunningListener running(
      [](const HttpRequest& request) {
        if (request.path == "/throw") throw std::runtime_error("a fault");
        return echo(request);
      },
      options);
  RawClient client(running.port());
  client.get("/throw");
  CHECK(client.is_closed());
  RawClient other(running.port());
  other.get("/other");
  CHECK(other.read().body == "GET /other");
  CHECK(told);
}

TEST_CASE("a listener that is stopped finishes what is at work and tells the late ones that they are") {
  Gate gate;
  auto running = std::make_unique<RunningListener>([&](const HttpRequest& request) {
    if (request.path == "/at-work") gate.pass();
    HttpResponse response = echo(request);
    if (request.while_stopping) response.status = 503;
    return response;
  });
  const std::uint16_t port = running->port();
  RawClient idle(port);
  idle.get("/idle");
  CHECK(idle.read().body == "GET /idle");
  RawClient at_work(port);
  at_work.get("/at-work");
  gate.await_arrivals(1);
  running->listener.stop();
  CHECK(idle.is_closed());
  RawClient late(port);
  late.get("/late");
  const RawAnswer answer = late.read();
  CHECK(answer.status == 503);
  CHECK(answer.has("Connection: close"));
  gate.open();
  CHECK(at_work.read().body == "GET /at-work");
  running->thread.join();
  CHECK(!RawClient(port).connected());
}

TEST_CASE("a listener that is stopped before it runs ends at once") {
  Listener listener({}, echo);
  listener.stop();
  listener.run();
  CHECK(!RawClient(listener.port()).connected());
}

TEST_CASE("whoever stands before the door when it closes is answered, however many they are") {
  ListenOptions options;
  options.max_waiting = 300;  // a busy machine gets none of them answered before all are in
  options.queue_patience = 10s;
  Listener listener(options, echo);
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 300; ++i) {
    clients.push_back(std::make_unique<RawClient>(listener.port()));
    clients.back()->get("/early");
  }
  std::this_thread::sleep_for(150ms);  // so long that nobody seems to be coming
  listener.stop();
  const std::jthread thread([&] { listener.run(); });
  int answered = 0;
  for (const auto& client : clients) answered += client->read().status == 200;
  CHECK(answered == 300);
}

TEST_CASE("nobody who was let in is cut off while the door closes") {
  const int rounds = std::getenv("BACKFILE_LONG") ? 200 : 2;
  std::atomic<int> answered{0};
  std::atomic<int> cut{0};
  for (int round = 0; round < rounds; ++round) {
    auto running = std::make_unique<RunningListener>(echo);
    const std::uint16_t port = running->port();
    const auto ask_until_the_end = [&] {
      for (;;) {
        RawClient client(port);
        if (!client.connected()) return;
        client.get("/");
        ++(client.read().status == 200 ? answered : cut);
        std::this_thread::sleep_for(500us);  // so that ports do not run out
      }
    };
    std::vector<std::jthread> askers;
    for (int i = 0; i < 8; ++i) askers.emplace_back(ask_until_the_end);
    std::this_thread::sleep_for(20ms);
    running.reset();
  }
  MESSAGE(rounds << " rounds: " << answered.load() << " answered, " << cut.load() << " cut");
  CHECK(answered.load() > 0);
  CHECK(cut.load() == 0);
}

TEST_CASE("an address that cannot be listened on is named") {
  const RunningListener running(echo);
  ListenOptions options;
  options.port = running.port();
  CHECK_THROWS_WITH_AS(Listener(options, echo), doctest::Contains(std::to_string(options.port).c_str()), ListenError);
  CHECK_THROWS_WITH_AS(Listener(options, echo), doctest::Contains("in use"), ListenError);
  options.host = "host.invalid";
  CHECK_THROWS_WITH_AS(Listener(options, echo), doctest::Contains("host.invalid"), ListenError);
  options.host = "::1";
  options.port = 0;
  CHECK(Listener(options, echo).port() != 0);
}
