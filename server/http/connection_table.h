// All connections, by what they do, the longest in that first; and by whom they come from. Owns them. Belongs to one
// thread, but for the connections at work, each of which is its worker's meanwhile.
#pragma once

#include <array>
#include <cstddef>
#include <list>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "server/http/body_stream.h"
#include "server/http/connection.h"

namespace backfile {

enum class Stage {
  idle,        // nothing has come
  unfinished,  // some of a head has
  at_work,     // its request waits for a worker, or is with one
  sending,     // an answer is not yet taken whole
  parting,     // the last answer is sent: waits for the peer to close
};
inline constexpr std::size_t kStages = 5;

struct HeldConnection {
  HeldConnection(int socket, PeerAddress peer, bool is_late) : connection(socket, std::move(peer), is_late) {}

  Connection connection;
  Stage stage = Stage::idle;
  Connection::Clock::time_point since = Connection::Clock::now();  // in that stage
  std::size_t requests = 0;
  bool last = false;                 // the answer at hand ends the connection
  bool failed = false;               // its handler threw: there is no answer
  std::string head;                  // of the request at work
  std::size_t weight = 0;            // bytes of its answer, as the loop has counted them
  std::unique_ptr<BodyStream> body;  // what is still to come of a streamed answer
  bool is_gone = false;              // closed; goes with the next bury()

 private:
  friend class ConnectionTable;
  std::list<std::unique_ptr<HeldConnection>>::iterator place;
};

class ConnectionTable {
 public:
  HeldConnection& add(std::unique_ptr<HeldConnection> held);
  void move(HeldConnection& held, Stage stage);
  // Closes the socket at once, and breaks off an answer that is not sent whole. The object stays until bury(): what the
  // system told of it before may still be at hand.
  void close(HeldConnection& held);
  void bury() { gone_.clear(); }

  std::size_t size() const { return size_; }
  std::size_t count(Stage stage) const { return of(stage).size(); }
  std::size_t count_of_owner(const std::string& owner) const;
  // The one that has been in the stage for the longest time, or null.
  HeldConnection* oldest(Stage stage) const;
  // The oldest one that carries no request; of one owner, or of all.
  HeldConnection* oldest_without_request() const;
  HeldConnection* oldest_without_request(const std::string& owner) const;

 private:
  using List = std::list<std::unique_ptr<HeldConnection>>;
  List& of(Stage stage) { return lists_[static_cast<std::size_t>(stage)]; }
  const List& of(Stage stage) const { return lists_[static_cast<std::size_t>(stage)]; }

  std::array<List, kStages> lists_;
  List gone_;
  std::size_t size_ = 0;
  std::unordered_map<std::string, std::vector<HeldConnection*>> owners_;
};

}  // namespace backfile
