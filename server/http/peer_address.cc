#include "server/http/peer_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstring>

namespace backfile {
namespace {

PeerAddress of_ipv4(const in_addr& address) {
  char text[INET_ADDRSTRLEN] = "";
  ::inet_ntop(AF_INET, &address, text, sizeof text);
  return {text, text, ntohl(address.s_addr) >> 24 == 127};
}

PeerAddress of_ipv6(const in6_addr& address) {
  if (IN6_IS_ADDR_V4MAPPED(&address)) {
    in_addr inner{};
    std::memcpy(&inner, address.s6_addr + 12, sizeof inner);
    return of_ipv4(inner);
  }
  in6_addr network = address;
  std::fill(network.s6_addr + 8, network.s6_addr + 16, std::uint8_t{0});
  char text[INET6_ADDRSTRLEN] = "";
  char owner[INET6_ADDRSTRLEN] = "";
  ::inet_ntop(AF_INET6, &address, text, sizeof text);
  ::inet_ntop(AF_INET6, &network, owner, sizeof owner);
  return {text, owner, IN6_IS_ADDR_LOOPBACK(&address) != 0};
}

}  // namespace

PeerAddress peer_address(const sockaddr_storage& address) {
  if (address.ss_family == AF_INET) return of_ipv4(reinterpret_cast<const sockaddr_in&>(address).sin_addr);
  if (address.ss_family == AF_INET6) return of_ipv6(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
  return {};
}

PeerAddress peer_address(const std::string& text) {
  in_addr ipv4{};
  in6_addr ipv6{};
  if (::inet_pton(AF_INET, text.c_str(), &ipv4) == 1) return of_ipv4(ipv4);
  if (::inet_pton(AF_INET6, text.c_str(), &ipv6) == 1) return of_ipv6(ipv6);
  return {};
}

}  // namespace backfile
