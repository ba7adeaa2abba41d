#include "server/http/listening_socket.h"

#include <linux/filter.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <iterator>
#include <memory>
#include <utility>

namespace backfile {
namespace {

constexpr int kBacklog = 1024;

using Addresses = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

ListenError cannot_listen(const std::string& host, std::uint16_t port, const std::string& reason) {
  return ListenError("cannot listen on " + host + ", port " + std::to_string(port) + ": " + reason);
}

Addresses addresses_of(const std::string& host, std::uint16_t port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int error = ::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
  if (error != 0) throw cannot_listen(host, port, ::gai_strerror(error));
  return {found, &::freeaddrinfo};
}

// SO_REUSEADDR alone: with SO_REUSEPORT a second server would share the port unnoticed. Gives -1 with errno.
int listen_on(const addrinfo& address) {
  const int fd = ::socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, address.ai_protocol);
  if (fd < 0) return -1;
  const int yes = 1;
  ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (::bind(fd, address.ai_addr, address.ai_addrlen) == 0 && ::listen(fd, kBacklog) == 0) return fd;
  const int error = errno;
  ::close(fd);
  errno = error;
  return -1;
}

std::uint16_t port_of(int socket) {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  if (::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length) != 0) return 0;
  return ntohs(address.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6&>(address).sin6_port
                                             : reinterpret_cast<sockaddr_in&>(address).sin_port);
}

}  // namespace

ListeningSocket::ListeningSocket(const std::string& host, std::uint16_t port) {
  const Addresses addresses = addresses_of(host, port);
  for (const addrinfo* address = addresses.get(); address && fd_ < 0; address = address->ai_next) {
    fd_ = listen_on(*address);
  }
  if (fd_ < 0) throw cannot_listen(host, port, std::strerror(errno));
  port_ = port_of(fd_);
}

ListeningSocket::~ListeningSocket() { close(); }

// A filter of packets (socket(7), SO_ATTACH_FILTER): of those that ask for a connection, which have SYN alone among the
// flags of their TCP header, nothing is let through, and all of others.
void ListeningSocket::lock() {
  constexpr std::uint32_t kFlagsAt = 13, kSyn = 0x02, kAll = 0xFFFFFFFF;
  sock_filter without_syn[] = {BPF_STMT(BPF_LD | BPF_B | BPF_ABS, kFlagsAt), BPF_STMT(BPF_ALU | BPF_AND | BPF_K, kSyn),
                               BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kSyn, 0, 1), BPF_STMT(BPF_RET | BPF_K, 0),
                               BPF_STMT(BPF_RET | BPF_K, kAll)};
  const sock_fprog filter{static_cast<unsigned short>(std::size(without_syn)), without_syn};
  ::setsockopt(fd_, SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof filter);
}

void ListeningSocket::close() {
  if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

}  // namespace backfile
