#include "indexer/stop_request.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>

namespace backfile {
namespace {

std::atomic<int> requested = 0;
static_assert(std::atomic<int>::is_always_lock_free);  // a handler stores to it

void note(int signal) {
  requested = signal;
  ::alarm(kStopsWithin);
}

void out_of_time(int) { end_by(requested); }

void handle(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  ::sigaction(signal, &action, nullptr);
}

}  // namespace

void listen_for_stop_requests() {
  handle(SIGXFSZ, SIG_IGN);
  handle(SIGALRM, out_of_time);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) handle(signal, note);  // nohup stays nohup
  }
}

void throw_if_stopped() {
  if (const int signal = requested) throw Stopped(signal);
}

void end_by(int signal) {
  ::signal(signal, SIG_DFL);
  sigset_t only;
  ::sigemptyset(&only);
  ::sigaddset(&only, signal);
  ::kill(::getpid(), signal);
  ::sigprocmask(SIG_UNBLOCK, &only, nullptr);
  ::_exit(128 + signal);
}

}  // namespace backfile
