// Publishing under a running server: taken up without a restart, without a failed request, never half.
#include <doctest/doctest.h>
#include <signal.h>

#include <atomic>
#include <thread>

#include "tests/journey/programs.h"

using namespace backfile;

namespace {

void write_numbered(const TemporaryFolder& folder, int articles) {
  std::string lines;
  for (int i = 0; i < articles; ++i) {
    lines += "{\"id\": " + std::to_string(i) + ", \"headline\": \"Ship " + std::to_string(i) +
             "\", \"body\": \"It sails.\"}\n";
  }
  folder.write("news/ships.jsonl", lines);
}

}  // namespace

TEST_CASE("a server without an index says so, and takes up the first one that is published") {
  const TemporaryFolder folder;
  const Server server(folder.path() / "index", false);
  CHECK(server.get("/readyz").status == 503);
  const HttpAnswer refused = server.get("/api/v1/search", {{"q", "ship"}});
  CHECK(refused.status == 503);
  CHECK(refused.headers.count("Retry-After") == 1);
  CHECK(refused.headers.at("Content-Type").find("application/problem+json") == 0);
  write_numbered(folder, 2);
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  CHECK(comes_true([&] { return server.get("/readyz").status == 200; }));
  CHECK(server.search("ship").at("total") == 2);
}

TEST_CASE("every answer under publications is wholly of one generation, and none fails") {
  constexpr int kPublications = 8;
  const TemporaryFolder folder;
  write_numbered(folder, 1);
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  const Server server(folder.path() / "index");
  std::atomic<bool> done = false;
  std::atomic<int> answers = 0;
  std::atomic<int> failures = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 3; ++i) {
    readers.emplace_back([&] {
      while (!done) {
        try {
          const auto answer = server.search("ship", {{"page_size", "100"}});
          // The n-th generation has n articles and its serial number is n.
          const int serial = std::stoi(answer.at("index").at("generation").get<std::string>().substr(0, 8));
          const bool whole = answer.at("total") == serial &&
                             answer.at("hits").size() == static_cast<std::size_t>(serial) &&
                             answer.at("index").at("articles") == serial;
          if (!whole) ++failures;
          ++answers;
        } catch (const std::exception&) {
          ++failures;
        }
      }
    });
  }
  int published = 1;
  for (int i = 2; i <= kPublications; ++i) {
    write_numbered(folder, i);
    if (index_archive(folder.path() / "news", folder.path() / "index").exit == 0) ++published;
    CHECK(comes_true([&] { return server.search("ship").at("total") == i; }));
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  MESSAGE(published << " publications, " << answers.load() << " answers, " << failures.load() << " failures");
  CHECK(published == kPublications);
  CHECK(answers > kPublications);
  CHECK(failures == 0);
}

TEST_CASE("a damaged generation is refused with a sentence while the old one goes on serving") {
  const TemporaryFolder folder;
  write_numbered(folder, 3);
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  const Server server(folder.path() / "index");
  folder.write("index/current", "00000099-20250101T000000Z\n");
  CHECK(comes_true([&] { return !server.json("/api/v1/status").at("refused").empty(); }));
  CHECK(server.search("ship").at("total") == 3);
}

TEST_CASE("SIGTERM ends the server with 0") {
  const TemporaryFolder folder;
  write_numbered(folder, 1);
  REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  Server server(folder.path() / "index");
  server.process().signal(SIGTERM);
  CHECK(server.process().wait() == 0);
}
