// Of the connection loop: who is let in.
#include <sys/socket.h>

#include <cerrno>

#include "server/http/connection_loop.h"

namespace backfile {
namespace {

constexpr int kAtOnce = 64;  // before those that are in have their turn

}  // namespace

void ConnectionLoop::accept_some() {
  for (int i = 0; i < kAtOnce && !door_rests_ && accept_one(); ++i) continue;
}

// Whoever stands before the door when it closes is let in first: the system would cut them off.
void ConnectionLoop::close_door() {
  door_rests_.reset();
  while (!door_rests_ && accept_one()) continue;
  ready_.forget(door_.fd());
  door_.close();
}

// Whether there may be another.
bool ConnectionLoop::accept_one() {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  const int socket =
      ::accept4(door_.fd(), reinterpret_cast<sockaddr*>(&address), &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (socket >= 0) {
    admit(socket, peer_address(address));
  } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
    return false;
  } else {
    survive(errno);
  }
  return true;
}

void ConnectionLoop::admit(int socket, PeerAddress peer) {
  ++load_.accepted;
  last_accepted_ = Clock::now();
  make_room_for(peer);
  const bool is_full = table_.size() >= max_connections_;
  HeldConnection& held = table_.add(std::make_unique<HeldConnection>(socket, std::move(peer), stopping_));
  await(held, Stage::idle);
  if (held.is_gone) return;
  is_full ? refuse(held, 503) : go_on(held);  // its request may be there already
}

void ConnectionLoop::make_room_for(const PeerAddress& peer) {
  const auto evict = [this](HeldConnection* held) {
    if (!held) return;
    ++load_.evicted;
    close(*held);
  };
  const bool is_spared = (peer.is_loopback && options_.spares_loopback) || proxies_.contains(peer.text);
  if (!is_spared && table_.count_of_owner(peer.owner) >= options_.connections_an_address) {
    evict(table_.oldest_without_request(peer.owner));
  }
  if (table_.size() < max_connections_) return;
  HeldConnection* candidate = table_.oldest_without_request();
  for (const Stage stage : {Stage::parting, Stage::sending}) {
    if (!candidate) candidate = table_.oldest(stage);
  }
  evict(candidate);
}

}  // namespace backfile
