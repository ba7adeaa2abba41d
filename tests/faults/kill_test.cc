// kill -9 of a run, at random times and at each system call that publishing goes through.
#include <doctest/doctest.h>
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <thread>

#include "tests/faults/trial.h"

using namespace backfile;
using Clock = std::chrono::steady_clock;

namespace {

struct Ended {
  int exit = 0;
  bool acknowledged = false;  // it had told its summary
  std::chrono::milliseconds after_signal{0};
};

// The run is sent the signal after this time.
Ended run_and_signal(const Trial& trial, int signal, std::chrono::microseconds after) {
  const TemporaryFolder told;
  Process process(trial.command(), told.path() / "out", told.path() / "err");
  std::this_thread::sleep_for(after);
  process.signal(signal);
  const Clock::time_point signalled = Clock::now();
  Ended ended;
  ended.exit = process.wait();
  ended.after_signal = std::chrono::ceil<std::chrono::milliseconds>(Clock::now() - signalled);
  ended.acknowledged = read_file_text(told.path() / "out").find("generation=") != std::string::npos;
  return ended;
}

// After the fault: what was acknowledged is there, whole, and the next run works and leaves nothing lying about.
bool holds(const Trial& trial, const Server& server, const Headlines& before, bool acknowledged) {
  const Headlines now = trial.headlines();
  const Headlines stands = published(trial.index());
  auto fails = [](const char* what) {
    MESSAGE(what);
    return false;
  };
  if (stands != now && (acknowledged || stands != before)) return fails("another state is published");
  if (!answers(server, trial.index(), stands)) return fails("the server does not answer from what is published");
  if (trial.run_indexer().exit != 0) return fails("the next run fails");
  if (published(trial.index()) != now) return fails("the next run publishes another state");
  return leftovers(trial.index()).empty() || fails("something lies about");
}

std::chrono::microseconds duration_of_run(const Trial& trial) {
  const Clock::time_point begun = Clock::now();
  REQUIRE(trial.run_indexer({"--full"}).exit == 0);
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun);
}

// A run that had ended before its signal: the next signals come sooner, by a part of so many. The first run, by which
// they are timed, may have found the machine busy.
constexpr int kSooner = 8;

}  // namespace

TEST_CASE("a run killed at any time loses nothing that was acknowledged") {
  Trial trial(200);
  std::chrono::microseconds lasts = duration_of_run(trial);
  const Server server(trial.index().root());
  Tally tally("kill -9 at random times");
  std::size_t killed = 0;
  for (std::size_t round = 0; round < rounds(40, 1000); ++round) {
    const Headlines before = trial.headlines();
    trial.change();
    const std::chrono::microseconds after(trial.below(static_cast<std::size_t>(lasts.count())));
    const Ended ended = run_and_signal(trial, SIGKILL, after);
    if (ended.exit == -SIGKILL) ++killed;
    if (ended.exit == 0) lasts -= lasts / kSooner;
    const bool whole = holds(trial, server, before, ended.acknowledged);
    CHECK(whole);
    tally.add(whole);
  }
  CHECK(killed > rounds(40, 1000) / 4);
}

TEST_CASE("a run killed at a system call loses nothing that was acknowledged") {
  if (!can_trace()) return;
  Trial trial(40);
  REQUIRE(trial.run_indexer().exit == 0);
  const Server server(trial.index().root());
  for (const std::string call : {"rename", "fsync", "mkdir", "unlink", "unlinkat", "write", "pwrite64", "openat"}) {
    Tally tally("kill -9 at the n-th " + call);
    const std::size_t step = call == "pwrite64" || call == "openat" ? rounds(19, 1) : 1;
    for (std::size_t n = 1;; n = next_call(n, step)) {
      const Headlines before = trial.headlines();
      trial.change();
      const Outcome outcome = trial.run_indexer({}, injected(call, "signal=KILL", n));
      const bool whole = holds(trial, server, before, summary(outcome).contains("generation"));
      CAPTURE(call);
      CAPTURE(n);
      CHECK(whole);
      tally.add(whole);
      if (outcome.exit == 0) break;  // there are not so many
    }
  }
}

TEST_CASE("a run that is told to end leaves the index whole") {
  Trial trial(static_cast<int>(rounds(200, 5000)));
  std::chrono::microseconds lasts = duration_of_run(trial);
  const Server server(trial.index().root());
  std::chrono::milliseconds slowest{0};
  std::size_t stopped = 0;
  Tally tally("SIGTERM at random times");
  for (std::size_t round = 0; round < rounds(20, 200); ++round) {
    const Headlines before = trial.headlines();
    trial.change();
    const std::chrono::microseconds after(trial.below(static_cast<std::size_t>(lasts.count())));
    const Ended ended = run_and_signal(trial, SIGTERM, after);
    slowest = std::max(slowest, ended.after_signal);
    if (ended.exit == -SIGTERM) ++stopped;
    if (ended.exit == 0) lasts -= lasts / kSooner;
    const bool clean = leftovers(trial.index()).empty();
    const bool as_told = ended.exit == -SIGTERM || ended.exit == 0;
    const bool whole = as_told && holds(trial, server, before, ended.acknowledged);
    CAPTURE(ended.exit);
    CHECK(clean);
    CHECK(whole);
    tally.add(whole && clean);
  }
  CHECK(stopped > rounds(20, 200) / 4);
  std::cout << "faults: SIGTERM: " << stopped << " runs stopped, the slowest ended after " << slowest.count()
            << " ms\n";
}
