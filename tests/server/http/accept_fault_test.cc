// accept4() as the listener calls it, failing when it is told to: this program's function stands before the system's.
#include <doctest/doctest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <ostream>

#include "tests/server/http/raw_client.h"
#include "tests/server/http/running_listener.h"

namespace {

std::atomic<int> failures_to_come{0};
std::atomic<int> failures_seen{0};

}  // namespace

extern "C" int accept4(int socket, sockaddr* address, socklen_t* length, int flags) {
  if (failures_to_come > 0) {
    --failures_to_come;
    ++failures_seen;
    errno = ENOBUFS;
    return -1;
  }
  return static_cast<int>(::syscall(SYS_accept4, socket, address, length, flags));
}

TEST_CASE("an accept that fails loses no connection and does not end the server") {
  using namespace backfile;
  std::atomic<int> told{0};
  ListenOptions options;
  options.on_trouble = [&](const std::string&) { ++told; };
  const RunningListener running(
      [](const HttpRequest& request) {
        HttpResponse response;
        response.body = request.path;
        return response;
      },
      options);
  failures_seen = 0;
  for (const int failures : {1, 0, 3}) {
    failures_to_come = failures;
    for (const char* path : {"/a", "/b"}) {
      RawClient client(running.port());
      client.get(path);
      CHECK(client.read().body == path);
    }
  }
  CHECK(failures_seen == 4);
  CHECK(told == 4);
}
