// Of the connection loop: how long each thing may take, and how the whole of it ends.
#include <algorithm>

#include "server/http/connection_loop.h"

namespace backfile {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kLongestTurn = 1000ms;
constexpr std::chrono::milliseconds kTurnWhileStopping = 20ms;
constexpr auto kFarewell = 2s;  // for the peer to take the last answer and close

// While stopping:
constexpr auto kGrace = 500ms;                                 // for a request that is on its way
constexpr std::chrono::milliseconds kUnfinishedPatience = 1s;  // for a head that has begun
constexpr auto kShortFarewell = 200ms;                         // as kFarewell
constexpr auto kQuiet = 100ms;                                 // without a new connection, nobody is coming
constexpr auto kLastCall = 2s;                                 // after it nobody is let in
constexpr auto kRoundTrip = 200ms;                             // for those who are on their way when the door is locked

constexpr Stage kTimed[] = {Stage::idle, Stage::unfinished, Stage::sending, Stage::parting};

}  // namespace

Connection::Clock::time_point ConnectionLoop::deadline(const HeldConnection& held) const {
  switch (held.stage) {
    case Stage::idle:
      return stopped_at_ ? std::max(held.since, *stopped_at_) + kGrace : held.since + options_.idle_patience;
    case Stage::unfinished:
      return held.since +
             (stopped_at_ ? std::min(options_.head_patience, kUnfinishedPatience) : options_.head_patience);
    case Stage::sending:
      return stopped_at_ ? std::min(held.since + options_.answer_patience, *stopped_at_ + options_.drain_patience)
                         : held.since + options_.answer_patience;
    case Stage::parting:
      return stopped_at_ ? held.since + kShortFarewell : held.since + kFarewell;
    case Stage::at_work:
      break;
  }
  return Clock::time_point::max();
}

bool ConnectionLoop::has_time_for_more() const {
  return !stopped_at_ || Clock::now() < *stopped_at_ + options_.drain_patience;
}

void ConnectionLoop::enforce_deadlines() {
  const auto now = Clock::now();
  for (const Stage stage : kTimed) {
    for (HeldConnection* held = table_.oldest(stage); held && deadline(*held) <= now; held = table_.oldest(stage)) {
      if (stage == Stage::sending) ++load_.cut;
      stage == Stage::unfinished ? refuse(*held, 408) : close(*held);
    }
  }
}

std::chrono::milliseconds ConnectionLoop::until_next_deadline() const {
  const auto now = Clock::now();
  auto next = now + (stopping_ ? kTurnWhileStopping : kLongestTurn);
  for (const Stage stage : kTimed) {
    if (const HeldConnection* const held = table_.oldest(stage)) next = std::min(next, deadline(*held));
  }
  if (door_rests_) next = std::min(next, *door_rests_);
  return std::max(std::chrono::ceil<std::chrono::milliseconds>(next - now), 0ms);
}

// The door is open while requests are at work, so that those who come are told to go elsewhere; then it is locked, and
// closed when those have come who were on their way.
bool ConnectionLoop::is_door_closed(Clock::time_point now) {
  if (door_.fd() < 0) return true;
  if (!locked_at_) {
    const bool is_quiet = table_.count(Stage::at_work) == 0 && now - last_accepted_ >= kQuiet;
    if (!is_quiet && now - *stopped_at_ < kLastCall) return false;
    door_.lock();
    locked_at_ = now;
  }
  if (now - *locked_at_ < kRoundTrip) return false;
  close_door();
  return true;
}

bool ConnectionLoop::has_ended() {
  if (!stopping_) return false;
  const auto now = Clock::now();
  if (!stopped_at_) stopped_at_ = now;
  return is_door_closed(now) && table_.size() == 0;
}

}  // namespace backfile
