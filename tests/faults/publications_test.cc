// Publications under load: a server that is asked by four clients at once while its archive changes and runs publish.
#include <doctest/doctest.h>

#include <atomic>
#include <iostream>
#include <map>
#include <mutex>
#include <thread>

#include "tests/faults/trial.h"

using namespace backfile;

namespace {

// What an answer says that depends on its generation.
struct Seen {
  std::string generation;
  std::size_t total;
  std::size_t articles;
};

class Clients {
 public:
  explicit Clients(const Server& server) {
    for (int i = 0; i < 4; ++i) {
      threads_.emplace_back([&, i] {
        while (!done_) ask(server, i);
      });
    }
  }
  ~Clients() { stop(); }
  Clients(const Clients&) = delete;
  Clients& operator=(const Clients&) = delete;

  void stop() {
    done_ = true;
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }
  std::size_t failed() const { return failed_; }
  const std::vector<Seen>& seen() const { return seen_; }

 private:
  void ask(const Server& server, int client) {
    try {
      const auto answer = server.search(client % 2 == 0 ? "headline:ship" : "", {{"page_size", "100"}});
      const auto& index = answer.at("index");
      const Seen seen{index.at("generation"), answer.at("total"), index.at("articles")};
      const std::scoped_lock lock(mutex_);
      seen_.push_back(seen);
    } catch (const std::exception&) {
      ++failed_;
    }
  }

  std::atomic<bool> done_ = false;
  std::atomic<std::size_t> failed_ = 0;
  std::mutex mutex_;
  std::vector<Seen> seen_;
  std::vector<std::thread> threads_;
};

}  // namespace

TEST_CASE("under publications no request fails, and every answer is wholly of one generation") {
  Trial trial(100);
  REQUIRE(trial.run_indexer().exit == 0);
  std::map<std::string, std::size_t> articles{{current_generation(trial.index()).value(), trial.headlines().size()}};
  const Server server(trial.index().root());
  Clients clients(server);
  Tally tally("publications under load");
  for (std::size_t round = 0; round < rounds(30, 1000); ++round) {
    trial.grow(1 + trial.below(3));
    trial.change();
    const Outcome outcome = trial.run_indexer();
    const std::string name = current_generation(trial.index()).value();
    const bool published_one = outcome.exit == 0 && articles.emplace(name, trial.headlines().size()).second;
    const bool served = comes_true([&] { return server.search("ship").at("index").at("generation") == name; });
    CHECK(published_one);
    CHECK(served);
    tally.add(published_one && served);
  }
  clients.stop();
  std::size_t mixed = 0;
  for (const Seen& seen : clients.seen()) {
    const auto known = articles.find(seen.generation);
    if (known == articles.end() || seen.total != known->second || seen.articles != known->second) ++mixed;
  }
  std::cout << "faults: answers under publications: " << clients.seen().size() << ", of two generations " << mixed
            << ", failed " << clients.failed() << '\n';
  CHECK(clients.seen().size() > rounds(30, 1000));
  CHECK(mixed == 0);
  CHECK(clients.failed() == 0);
}
