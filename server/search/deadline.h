// A deadline for matching: Xapian's own time limit does not stop a heavy query, so every match is asked whether there
// is time left, and the match list ends where there is none. What was found until then stands: the first articles of
// the index, by their docid.
#pragma once

#include <xapian.h>

#include <chrono>
#include <memory>

namespace backfile {

// Copies share one clock. Not thread-safe: one request, one deadline.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  // All of the time may be used, from now on.
  explicit Deadline(std::chrono::milliseconds time)
      : state_(std::make_shared<State>(State{Clock::now(), time, Clock::now() + time})) {}

  // From now on this share of the time, counted from the beginning, may be used: so that work which comes first leaves
  // some to what comes later.
  void allow(double share) const;

  // Is the time over? Then whoever asks stops, and something was cut.
  bool passed() const;

  // Did it cut anything short so far?
  bool cut() const { return state_->cut; }

  // The query, ended when the time is over. Weights stay as they are. Positional queries under an OR want a limit of
  // their own: the OR does not come up for air before one of them matches.
  Xapian::Query limit(const Xapian::Query& query) const;

 private:
  struct State {
    Clock::time_point begin;
    std::chrono::milliseconds time;
    Clock::time_point end;
    bool cut = false;
  };
  class Source;

  std::shared_ptr<State> state_;
};

}  // namespace backfile
