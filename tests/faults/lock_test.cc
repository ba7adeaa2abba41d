// Many indexers at once: one works, the others say who does.
#include <doctest/doctest.h>
#include <signal.h>

#include <iostream>
#include <memory>

#include "tests/faults/trial.h"

using namespace backfile;

namespace {

struct Started {
  explicit Started(const Trial& trial)
      : process(std::make_unique<Process>(trial.command(), told.path() / "out", told.path() / "err")) {}
  std::string err() const { return read_file_text(told.path() / "err"); }

  TemporaryFolder told;
  std::unique_ptr<Process> process;
};

// Starts one that holds the lock, and stops it there; its process id.
std::string hold(const Trial& trial, const Started& holder) {
  std::string pid;
  REQUIRE(comes_true([&] {
    const std::string text = read_file_text(trial.index().lock());
    pid = text.substr(0, text.find(' '));
    return pid.size() < text.size();
  }));
  holder.process->signal(SIGSTOP);
  return pid;
}

}  // namespace

TEST_CASE("of ten indexers at once one works, and nine name it and since when it runs") {
  Tally tally("ten indexers at once, one of them works");
  for (std::size_t round = 0; round < rounds(3, 50); ++round) {
    const Trial trial(2000);
    const Started holder(trial);
    const std::string pid = hold(trial, holder);
    std::vector<std::unique_ptr<Started>> others;
    for (int i = 0; i < 9; ++i) others.push_back(std::make_unique<Started>(trial));
    std::size_t refused = 0;
    for (const auto& other : others) {
      const int exit = other->process->wait();
      CAPTURE(other->err());
      CHECK(exit == 75);
      const bool named = other->err().find("(process " + pid + ", since 20") != std::string::npos;
      CHECK(named);
      if (exit == 75 && named) ++refused;
    }
    holder.process->signal(SIGCONT);
    const int exit = holder.process->wait();
    CHECK(exit == 0);
    const bool whole = refused == 9 && exit == 0 && published(trial.index()) == trial.headlines();
    CHECK(whole);
    tally.add(whole);
  }
}

TEST_CASE("ten indexers that nothing holds back leave one whole index") {
  Tally tally("ten indexers in a race");
  for (std::size_t round = 0; round < rounds(5, 100); ++round) {
    const Trial trial(100);
    std::vector<std::unique_ptr<Started>> all;
    for (int i = 0; i < 10; ++i) all.push_back(std::make_unique<Started>(trial));
    std::size_t worked = 0;
    std::size_t refused = 0;
    for (const auto& one : all) {
      const int exit = one->process->wait();
      worked += exit == 0 ? 1 : 0;
      refused += exit == 75 ? 1 : 0;
    }
    const bool whole = worked >= 1 && worked + refused == 10 && published(trial.index()) == trial.headlines();
    CHECK(whole);
    tally.add(whole);
  }
}
