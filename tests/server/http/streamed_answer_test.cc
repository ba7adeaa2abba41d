// Answers whose bodies come in pieces: whole, bounded, and never at the cost of a worker.
#include <doctest/doctest.h>

#include <atomic>
#include <deque>
#include <memory>
#include <ostream>

#include "tests/server/http/raw_client.h"
#include "tests/server/http/running_listener.h"
#include "tests/support/gunzipped.h"
#include "tests/support/resident_memory.h"

using namespace backfile;
using namespace std::chrono_literals;

namespace {

// Numbered pieces, some of them empty; `alive` counts the streams that are held.
struct Streams {
  std::size_t pieces = 50;
  std::size_t bytes = 1000;  // of a piece
  std::size_t fails_at = ~std::size_t{0};
  std::atomic<std::size_t> made{0};
  std::atomic<int> alive{0};

  std::string piece(std::size_t at) const {
    return at % 7 == 3 ? "" : std::to_string(at) + std::string(bytes, 'x') + "\n";
  }
  std::string whole() const {
    std::string all;
    for (std::size_t at = 0; at < pieces; ++at) all += piece(at);
    return all;
  }
  Handler handler() {
    return [this](const HttpRequest& request) {
      HttpResponse response;
      response.set_header("Content-Type", "text/plain");
      if (request.path != "/stream") {
        response.body = request.path;
        return response;
      }
      ++alive;
      const std::shared_ptr<void> held(&alive, [this](void*) { --alive; });
      response.next_piece = [this, held, at = std::size_t{0}]() mutable -> std::optional<std::string> {
        if (at == fails_at) throw std::runtime_error("the disk is gone");
        if (at == pieces) return std::nullopt;
        ++made;
        return piece(at++);
      };
      return response;
    };
  }
};

bool comes_true(const std::function<bool()>& condition) {
  const auto until = std::chrono::steady_clock::now() + 20s;
  while (!condition()) {
    if (std::chrono::steady_clock::now() >= until) return false;
    std::this_thread::sleep_for(1ms);
  }
  return true;
}

}  // namespace

TEST_CASE("a streamed answer is whole, and its connection carries the requests behind it") {
  Streams streams;
  const RunningListener running(streams.handler());
  RawClient client(running.port());
  std::string requests;
  for (const char* path : {"/stream", "/after", "/stream", "/last"}) {
    requests += std::string("GET ") + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
  }
  client.send(requests);
  for (const char* behind : {"/after", "/last"}) {
    const RawAnswer answer = client.read();
    CHECK(answer.status == 200);
    CHECK(answer.has("Transfer-Encoding: chunked"));
    CHECK(answer.head.find("Content-Length") == std::string::npos);
    CHECK(answer.is_whole);
    CHECK(answer.body == streams.whole());
    CHECK(client.read().body == behind);
  }
  CHECK(comes_true([&] { return streams.alive == 0; }));
}

TEST_CASE("HEAD of a streamed answer has the head alone, and no piece is made") {
  Streams streams;
  const RunningListener running(streams.handler());
  RawClient client(running.port());
  client.send("HEAD /stream HTTP/1.1\r\nHost: a\r\n\r\n");
  const RawAnswer head = client.read(false);
  CHECK(head.status == 200);
  CHECK(head.has("Content-Type: text/plain"));
  client.get("/after");
  CHECK(client.read().body == "/after");
  CHECK(streams.made == 0);
}

TEST_CASE("to HTTP/1.0 a streamed answer goes as it is, to the end of the connection") {
  Streams streams;
  const RunningListener running(streams.handler());
  RawClient client(running.port());
  client.send("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  const RawAnswer head = client.read(false);
  CHECK(head.has("Connection: close"));
  CHECK(head.head.find("Transfer-Encoding") == std::string::npos);
  CHECK(head.head.find("Content-Length") == std::string::npos);
  CHECK(client.read_to_the_end() == streams.whole());
}

TEST_CASE("a streamed answer is compressed for those who take gzip") {
  Streams streams;
  const RunningListener running(streams.handler());
  RawClient client(running.port());
  client.get("/stream", "Accept-Encoding: gzip\r\n");
  const RawAnswer answer = client.read();
  CHECK(answer.has("Content-Encoding: gzip"));
  CHECK(answer.is_whole);
  CHECK(answer.body.size() < streams.whole().size() / 4);
  CHECK(gunzipped(answer.body) == streams.whole());
  client.get("/stream", "Accept-Encoding: gzip;q=0\r\n");
  CHECK(client.read().body == streams.whole());
}

TEST_CASE("a fault in the middle of a stream is told to the log, and its client can tell") {
  Streams streams;
  streams.fails_at = 30;
  std::atomic<int> told{0};
  ListenOptions options;
  options.on_trouble = [&](const std::string& what) { told += what.find("the disk is gone") != std::string::npos; };
  const RunningListener running(streams.handler(), options);
  RawClient client(running.port());
  client.get("/stream");
  CHECK(!client.read().is_whole);
  RawClient old(running.port());
  old.send("GET /stream HTTP/1.0\r\n\r\n");
  old.read(false);
  CHECK(!old.read_to_the_end());
  CHECK(comes_true([&] { return told == 2 && streams.alive == 0; }));
  RawClient fresh(running.port());
  fresh.get("/fresh");
  CHECK(fresh.read().body == "/fresh");
}

TEST_CASE("slow readers of streams cost no worker, and a piece of memory each") {
  Streams streams;
  streams.pieces = 4096;
  streams.bytes = 64 << 10;
  ListenOptions options;
  options.threads = 1;
  const RunningListener running(streams.handler(), options);
  std::deque<RawClient> slow;
  const auto serve_one = [&] {
    RawClient fresh(running.port());
    fresh.get("/fresh");
    CHECK(fresh.read().body == "/fresh");
  };
  serve_one();
  {
    // What a sanitizer keeps of what is freed has its full size after this.
    RawClient fast(running.port());
    fast.get("/stream");
    fast.await_input();
    CHECK(comes_true([&] {
      while (fast.take_some(1 << 20) > 0) {
      }
      return streams.alive == 0;
    }));
    streams.made = 0;
  }
  const std::size_t before = resident_kilobytes();
  for (int i = 0; i < 16; ++i) {
    RawClient& client = slow.emplace_back(running.port());
    client.narrow(4096);
    client.get("/stream");
    serve_one();
  }
  for (int round = 0; round < 200; ++round) {
    for (RawClient& client : slow) client.take_some(20'000);
    if (round % 20 == 0) serve_one();
  }
  const std::size_t after = resident_kilobytes();
  MESSAGE("16 slow readers of 256 MB each, " << streams.made.load() << " pieces of 64 KB made: resident " << before
                                             << " kB before, " << after << " kB after");
  CHECK(streams.alive == 16);
  CHECK(streams.made.load() < std::size_t{16} * 200);
  CHECK(after < before + 64 * 1024);
  slow.clear();
  CHECK(comes_true([&] { return streams.alive == 0; }));
}

TEST_CASE("a stream of which no piece is taken in time is cut, and one that goes on slowly is not") {
  Streams streams;
  streams.pieces = ~std::size_t{0};
  streams.bytes = 64 << 10;
  ListenOptions options;
  options.threads = 2;
  options.answer_patience = 1s;
  const RunningListener running(streams.handler(), options);
  RawClient stuck(running.port());
  stuck.narrow(4096);
  stuck.get("/stream");
  RawClient slow(running.port());
  slow.get("/stream");
  const auto until = std::chrono::steady_clock::now() + 20s;
  while (running.listener.load().cut == 0 && std::chrono::steady_clock::now() < until) {
    slow.take_some(64 << 10);
    std::this_thread::sleep_for(1ms);
  }
  CHECK(running.listener.load().cut == 1);
  CHECK(comes_true([&] { return streams.alive == 1; }));
}

TEST_CASE("a client that goes away in the middle of a stream ends it") {
  Streams streams;
  streams.pieces = ~std::size_t{0};
  const RunningListener running(streams.handler());
  for (int i = 0; i < 20; ++i) {
    RawClient client(running.port());
    client.get("/stream");
    client.await_input();
    CHECK(client.take_some(1000) > 0);
  }
  CHECK(comes_true([&] { return streams.alive == 0; }));
}

TEST_CASE("a listener that is stopped finishes the streams that it sends") {
  Streams streams;
  streams.pieces = 400;
  streams.bytes = 64 << 10;
  auto running = std::make_unique<RunningListener>(streams.handler());
  RawClient client(running->port());
  client.get("/stream");
  client.await_input();
  running->listener.stop();
  const RawAnswer answer = client.read();
  CHECK(answer.is_whole);
  CHECK(answer.body == streams.whole());
  CHECK(client.is_closed());
  running->thread.join();
  CHECK(streams.alive == 0);
}

TEST_CASE("a listener that is stopped cuts a stream that would not end in time") {
  Streams streams;
  streams.pieces = ~std::size_t{0};
  ListenOptions options;
  options.drain_patience = 300ms;
  auto running = std::make_unique<RunningListener>(streams.handler(), options);
  RawClient client(running->port());
  client.get("/stream");
  RawClient stuck(running->port());
  stuck.narrow(4096);
  stuck.get("/stream");
  client.await_input();
  stuck.await_input();
  running->listener.stop();
  CHECK(comes_true([&] {
    client.take_some(64 << 10);
    return streams.alive == 0;
  }));
  running->thread.join();
  CHECK(!client.read_to_the_end());
  CHECK(!stuck.read_to_the_end());
}
