#include "server/http/connection_loop.h"

#include <sys/resource.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <utility>

namespace backfile {
namespace {

using namespace std::chrono_literals;

constexpr auto kRest = 100ms;        // after a failure to accept
constexpr int kPiecesATurn = 16;     // of a streamed answer, before other requests have theirs;
constexpr auto kLongestTurn = 20ms;  // fewer, where they take longer than that
constexpr auto kAfterAnyTurn = 1s;   // a loop with nothing to do turns that often

// Half of the file descriptors, or all but 512, are for connections: the index needs some too.
std::size_t most_connections(std::size_t wanted) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return wanted;
  const std::size_t descriptors = limit.rlim_cur;
  return std::clamp<std::size_t>(descriptors - std::min<std::size_t>(descriptors / 2, 512), 1, wanted);
}

}  // namespace

ConnectionLoop::ConnectionLoop(ListenOptions options, Handler handler)
    : options_(std::move(options)),
      proxies_(options_.proxies.begin(), options_.proxies.end()),
      max_connections_(most_connections(options_.max_connections)),
      exchange_(std::move(handler), std::chrono::floor<std::chrono::seconds>(options_.idle_patience),
                options_.requests_a_connection),
      door_(options_.host, options_.port),
      last_accepted_(Clock::now()),
      last_turn_(Clock::now().time_since_epoch().count()),
      workers_(options_.threads, options_.max_waiting) {}

void ConnectionLoop::run() {
  ready_.watch(door_.fd(), Readiness::For::reading, &door_);
  while (!has_ended()) {
    for (void* const whose : ready_.wait(until_next_deadline())) {
      if (whose == &door_) {
        accept_some();
      } else if (auto& held = *static_cast<HeldConnection*>(whose); !held.is_gone) {
        go_on(held);
      }
    }
    take_back();
    enforce_deadlines();
    table_.bury();
    open_door_again();
    publish_load();
  }
}

void ConnectionLoop::stop() {
  stopping_ = true;
  ready_.ring();
}

// A peer that has gone meanwhile is no trouble; with too few file descriptors an idle connection gives its own up; of
// everything else the door rests a while, and what waits before it is not lost.
void ConnectionLoop::survive(int error) {
  if (error == ECONNABORTED || error == EPROTO || error == EINTR) return;
  ++load_.failed;
  HeldConnection* const idle = table_.oldest_without_request();
  if ((error == EMFILE || error == ENFILE) && idle) {
    ++load_.evicted;
    return close(*idle);
  }
  tell(std::string("accepting a connection failed: ") + std::strerror(error));
  ready_.forget(door_.fd());
  door_rests_ = Clock::now() + kRest;
}

void ConnectionLoop::open_door_again() {
  if (!door_rests_ || Clock::now() < *door_rests_) return;
  door_rests_.reset();
  if (door_.fd() >= 0) ready_.watch(door_.fd(), Readiness::For::reading, &door_);
}

void ConnectionLoop::go_on(HeldConnection& held) {
  switch (held.stage) {
    case Stage::idle:
    case Stage::unfinished:
      return held.connection.receive() ? look_for_head(held) : close(held);
    case Stage::sending:
      return send_on(held);
    case Stage::parting:
      if (!held.connection.ignore_some()) close(held);
      return;
    case Stage::at_work:
      return;  // it is not watched
  }
}

void ConnectionLoop::look_for_head(HeldConnection& held) {
  auto head = held.connection.take_head();
  if (!head) {
    if (held.connection.has_begun() && held.stage == Stage::idle) table_.move(held, Stage::unfinished);
  } else if (const int* status = std::get_if<int>(&*head)) {
    refuse(held, *status);
  } else {
    hand_over(held, std::get<std::string>(std::move(*head)));
  }
}

void ConnectionLoop::hand_over(HeldConnection& held, std::string head) {
  held.head = std::move(head);
  ++held.requests;
  ready_.forget(held.connection.fd());
  table_.move(held, Stage::at_work);
  const auto task = [this, &held](Clock::duration waited) { work(held, [&] { answer(held, waited); }); };
  if (!workers_.push(task)) refuse(held, 503);
}

// The next pieces of a streamed answer.
void ConnectionLoop::hand_over_again(HeldConnection& held) {
  if (!has_time_for_more()) {
    ++load_.cut;
    return close(held);
  }
  ready_.forget(held.connection.fd());
  table_.move(held, Stage::at_work);
  workers_.push_again([this, &held](Clock::duration) { work(held, [&] { send_pieces(held); }); });
}

void ConnectionLoop::answer(HeldConnection& held, Clock::duration waited) {
  const Connection& connection = held.connection;
  const bool is_last = held.requests >= options_.requests_a_connection || stopping_;
  const Asker asker{connection.peer().text, connection.is_late(), is_last};
  Reply reply = waited > options_.queue_patience ? exchange_.refuse(503, asker) : exchange_.answer(held.head, asker);
  held.last = reply.last;
  held.body = std::move(reply.body);
  held.connection.give_answer(std::move(reply.bytes));
  send_pieces(held);
}

// A piece is made when the one before is sent, so that no more than one waits.
void ConnectionLoop::send_pieces(HeldConnection& held) {
  const auto end = Clock::now() + kLongestTurn;
  for (int i = 0; held.connection.send_some() == Connection::Sent::all && held.body; ++i) {
    if (i == kPiecesATurn || Clock::now() >= end) return;
    if (auto bytes = held.body->next()) {
      held.connection.give_answer(*std::move(bytes));
    } else {
      held.body.reset();
    }
  }
}

void ConnectionLoop::work(HeldConnection& held, const std::function<void()>& task) {
  try {
    task();
  } catch (const std::exception& error) {
    held.failed = true;
    tell(std::string("a connection was given up: ") + error.what());
  } catch (...) {
    held.failed = true;
    tell("a connection was given up");
  }
  const std::scoped_lock lock(mutex_);
  returned_.push_back(&held);
  if (returned_.size() == 1) ready_.ring();
}

void ConnectionLoop::take_back() {
  std::vector<HeldConnection*> returned;
  {
    const std::scoped_lock lock(mutex_);
    returned.swap(returned_);
  }
  for (HeldConnection* const held : returned) held->failed ? close(*held) : send_on(*held);
}

void ConnectionLoop::send_on(HeldConnection& held) {
  const Connection::Sent sent = held.connection.send_some();
  if (sent == Connection::Sent::failed) return close(held);
  weigh(held);
  if (sent == Connection::Sent::not_yet) {
    if (held.stage != Stage::sending) await(held, Stage::sending);
  } else if (held.body) {
    hand_over_again(held);
  } else if (held.last) {
    held.connection.end_sending();
    await(held, Stage::parting);
  } else {
    await(held, Stage::idle);
    if (!held.is_gone) look_for_head(held);  // it may have come with the one before
  }
}

void ConnectionLoop::await(HeldConnection& held, Stage stage) {
  table_.move(held, stage);
  const auto what = stage == Stage::sending ? Readiness::For::writing : Readiness::For::reading;
  if (!ready_.watch(held.connection.fd(), what, &held)) close(held);
}

// Counts what waits to be sent. Too much of it: those go that have not taken theirs for the longest time.
void ConnectionLoop::weigh(HeldConnection& held) {
  unsent_ += held.connection.unsent();
  unsent_ -= std::exchange(held.weight, held.connection.unsent());
  while (unsent_ > options_.max_unsent_bytes) {
    HeldConnection* const oldest = table_.oldest(Stage::sending);
    if (!oldest || oldest == &held) return;
    ++load_.cut;
    close(*oldest);
  }
}

void ConnectionLoop::refuse(HeldConnection& held, int status) {
  try {
    Reply reply = exchange_.refuse(status, {held.connection.peer().text, held.connection.is_late(), true});
    held.last = true;
    held.connection.give_answer(std::move(reply.bytes));
    send_on(held);
  } catch (const std::exception& error) {
    tell(std::string("a connection was given up: ") + error.what());
    close(held);
  }
}

void ConnectionLoop::close(HeldConnection& held) {
  unsent_ -= std::exchange(held.weight, 0);
  table_.close(held);
}

ListenerLoad ConnectionLoop::load() const {
  const std::scoped_lock lock(mutex_);
  ListenerLoad load = published_;
  load.waiting = workers_.waiting();
  load.at_work = workers_.at_work();
  return load;
}

void ConnectionLoop::publish_load() {
  last_turn_ = Clock::now().time_since_epoch().count();
  const std::scoped_lock lock(mutex_);
  published_ = load_;
  published_.connections = table_.size();
}

bool ConnectionLoop::is_alive(std::chrono::milliseconds longest) const {
  const auto last_turn = Clock::time_point(Clock::duration(last_turn_));
  return Clock::now() - last_turn < longest + kAfterAnyTurn && !workers_.is_stuck(longest);
}

void ConnectionLoop::tell(const std::string& trouble) const {
  if (options_.on_trouble) options_.on_trouble(trouble);
}

}  // namespace backfile
