// The real server as an operator meets it: ended under load, short of file descriptors, watched by a service manager.
//
// With BACKFILE_LONG set there are a hundred rounds of the first, else five.
#include <doctest/doctest.h>
#include <httplib.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <thread>

#include "tests/journey/programs.h"

using namespace backfile;

namespace {

struct SampleIndex {
  SampleIndex() { REQUIRE(index_archive(kSource / "tests/archive", folder.path() / "index").exit <= 3); }
  std::filesystem::path path() const { return folder.path() / "index"; }
  TemporaryFolder folder;
};

struct Seen {
  std::atomic<int> answered{0};
  std::atomic<int> sent_away{0};   // 503: the server ends
  std::atomic<int> not_let_in{0};  // the connection was refused: nothing was asked
  std::atomic<int> cut{0};         // asked, and no whole answer
};

// Asks on connections that are kept, and on new ones, until nobody lets it in any more.
void ask_until_the_end(const Server& server, Seen& seen, bool keeps) {
  httplib::Client client("127.0.0.1", server.port());
  client.set_keep_alive(keeps);
  client.set_read_timeout(20);
  for (;;) {
    const auto result = client.Get("/api/v1/search?q=harbour&page_size=50");
    if (!result) {
      ++(result.error() == httplib::Error::Connection ? seen.not_let_in : seen.cut);
      return;
    }
    ++(result->status == 200 ? seen.answered : seen.sent_away);
    if (result->status != 200 && result->status != 503) ++seen.cut;
  }
}

}  // namespace

TEST_CASE("a server that is told to end under load cuts no answer") {
  const SampleIndex index;
  const int rounds = std::getenv("BACKFILE_LONG") ? 100 : 5;
  Seen seen;
  for (int round = 0; round < rounds; ++round) {
    Server server(index.path());
    const int before = seen.answered;
    {
      std::vector<std::jthread> askers;
      for (int i = 0; i < 4; ++i) askers.emplace_back([&, i] { ask_until_the_end(server, seen, i % 2 == 0); });
      comes_true([&] { return seen.answered >= before + 20; });
      server.process().signal(SIGTERM);
    }
    CHECK(server.process().wait() == 0);
  }
  MESSAGE(rounds << " rounds: " << seen.answered.load() << " answered, " << seen.sent_away.load() << " sent away, "
                 << seen.not_let_in.load() << " not let in, " << seen.cut.load() << " cut");
  CHECK(seen.cut.load() == 0);
  CHECK(seen.answered.load() >= 20 * rounds);
}

TEST_CASE("many at once ask for every article, again and again") {
  const SampleIndex index;
  const Server server(index.path());
  const int each = std::getenv("BACKFILE_LONG") ? 20000 : 1000;
  std::atomic<int> answered{0};
  {
    std::vector<std::jthread> askers;
    for (int i = 0; i < 4; ++i) {
      askers.emplace_back([&, i] {
        httplib::Client client("127.0.0.1", server.port());
        client.set_keep_alive(true);
        const char* const address = i == 0 ? "/api/v1/timeline?q=harbour" : "/api/v1/search?q=&page_size=1";
        for (int ask = 0; ask < each; ++ask) {
          const auto result = client.Get(address);
          answered += result && result->status == 200;
        }
      });
    }
  }
  CHECK(answered.load() == 4 * each);
}

TEST_CASE("a server with hardly any file descriptors goes on serving") {
  const SampleIndex index;
  Server server(index.path(), true, {"/bin/sh", "-c", "ulimit -n 32; exec \"$0\" \"$@\" --threads 2"});
  std::vector<int> idle;
  for (int i = 0; i < 100; ++i) idle.push_back(server.connect());
  int served = 0;
  for (int i = 0; i < 50; ++i) served += server.get("/api/v1/search", {{"q", "harbour"}}).status == 200;
  for (const int socket : idle) ::close(socket);
  CHECK(served == 50);
  const std::string metrics = server.get("/metrics").body;
  const std::size_t at = metrics.find("\nbackfile_connections_evicted_total ");
  REQUIRE(at != std::string::npos);
  CHECK(std::atoi(metrics.c_str() + metrics.find(' ', at)) >= 80);
}

TEST_CASE("a service manager is told when the server is ready, that it lives, and when it ends") {
  const SampleIndex index;
  const TemporaryFolder folder;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = (folder.path() / "notify").string();
  REQUIRE(name.size() < sizeof address.sun_path);
  name.copy(address.sun_path, name.size());
  const int socket = ::socket(AF_UNIX, SOCK_DGRAM, 0);
  REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  const timeval patience{20, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  const auto told = [&] {
    char text[256];
    const ssize_t got = ::recv(socket, text, sizeof text, 0);
    return std::string(text, got > 0 ? static_cast<std::size_t>(got) : 0);
  };
  Server server(index.path(), true, {"/usr/bin/env", "NOTIFY_SOCKET=" + name, "WATCHDOG_USEC=300000"});
  CHECK(told() == "READY=1");
  CHECK(told() == "WATCHDOG=1");
  CHECK(told() == "WATCHDOG=1");
  server.process().signal(SIGTERM);
  std::string last = told();
  while (last == "WATCHDOG=1") last = told();
  CHECK(last == "STOPPING=1");
  CHECK(server.process().wait() == 0);
  ::close(socket);
}
