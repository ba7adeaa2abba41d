// The address that a connection came from.
#pragma once

#include <sys/socket.h>

#include <string>

namespace backfile {

struct PeerAddress {
  std::string text;   // "192.0.2.1", "2001:db8::1"; IPv4 within IPv6 is IPv4; empty where it is neither
  std::string owner;  // what limits go by: the address, or the /64 network of an IPv6 one, which is one customer's
  bool is_loopback = false;
};

PeerAddress peer_address(const sockaddr_storage& address);

// As peer_address(), of an address as text; one that is none has an empty `text`.
PeerAddress peer_address(const std::string& text);

}  // namespace backfile
