// The wish that a run ends: SIGTERM, SIGINT or SIGHUP.
//
// The run throws Stopped at the next article and takes away what it wrote. Where it gets to none within kStopsWithin
// (it may be compacting), the signal ends the process as it is; the next run takes away what lies about. A generation
// whose publication has begun is published, if there is time.
#pragma once

#include <stdexcept>

namespace backfile {

inline constexpr unsigned kStopsWithin = 4;  // seconds

class Stopped : public std::runtime_error {
 public:
  explicit Stopped(int signal) : std::runtime_error("told to end: the last generation still stands"), signal_(signal) {}
  int signal() const { return signal_; }

 private:
  int signal_;
};

// Listens for the signals from now on; once, at the start of a program. Also lets a write over the limit of a file's
// size (RLIMIT_FSIZE) fail, where its signal would end the process.
void listen_for_stop_requests();

// Throws Stopped once a signal came. For any thread.
void throw_if_stopped();

// Ends the process by the signal, as if nobody had listened, so that whoever started it sees why.
[[noreturn]] void end_by(int signal);

}  // namespace backfile
