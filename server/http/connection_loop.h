// The loop of the one thread that holds all connections (listener.h says what it promises), and what its workers do.
//
//   accept ─► idle ─► unfinished ─► at work ─► idle, where the whole answer could be sent at once
//                          │         │   └───► sending ─► idle
//                          │         └──────────┘ of a streamed answer, while there is more of it
//                          └─► (refused) ─────────┴─► parting, after the last answer ─► closed
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/http/connection_table.h"
#include "server/http/exchange.h"
#include "server/http/listener.h"
#include "server/http/listening_socket.h"
#include "server/http/readiness.h"
#include "server/http/worker_queue.h"

namespace backfile {

class ConnectionLoop {
 public:
  ConnectionLoop(ListenOptions options, Handler handler);

  std::uint16_t port() const { return door_.port(); }
  void run();
  void stop();
  ListenerLoad load() const;
  bool is_alive(std::chrono::milliseconds longest) const;

 private:
  using Clock = Connection::Clock;

  void accept_some();
  bool accept_one();
  void close_door();
  void admit(int socket, PeerAddress peer);
  void make_room_for(const PeerAddress& peer);
  void survive(int error);
  void open_door_again();

  void go_on(HeldConnection& held);
  void look_for_head(HeldConnection& held);
  void hand_over(HeldConnection& held, std::string head);
  void hand_over_again(HeldConnection& held);
  void take_back();
  void send_on(HeldConnection& held);
  void await(HeldConnection& held, Stage stage);
  void refuse(HeldConnection& held, int status);
  void close(HeldConnection& held);
  void weigh(HeldConnection& held);

  // On a worker's thread:
  void answer(HeldConnection& held, Clock::duration waited);
  void send_pieces(HeldConnection& held);
  void work(HeldConnection& held, const std::function<void()>& task);

  Clock::time_point deadline(const HeldConnection& held) const;
  bool has_time_for_more() const;
  void enforce_deadlines();
  std::chrono::milliseconds until_next_deadline() const;
  bool is_door_closed(Clock::time_point now);
  bool has_ended();
  void publish_load();
  void tell(const std::string& trouble) const;

  const ListenOptions options_;
  const std::set<std::string> proxies_;
  const std::size_t max_connections_;
  Exchange exchange_;
  ListeningSocket door_;
  Readiness ready_;
  ConnectionTable table_;
  std::size_t unsent_ = 0;                       // bytes of answers
  std::optional<Clock::time_point> door_rests_;  // until then nothing is accepted
  std::optional<Clock::time_point> stopped_at_;  // when the loop learned of it
  std::optional<Clock::time_point> locked_at_;   // and when it locked the door
  Clock::time_point last_accepted_;
  ListenerLoad load_;

  std::atomic<bool> stopping_{false};
  std::atomic<Clock::rep> last_turn_;
  mutable std::mutex mutex_;  // of the next two
  ListenerLoad published_;
  std::vector<HeldConnection*> returned_;  // by workers
  WorkerQueue workers_;                    // last: ends before what it uses goes
};

}  // namespace backfile
