#include "indexer/run_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <ctime>
#include <string>

#include "index/index_error.h"

namespace backfile {
namespace {

// What the lock says of its holder: "1234 2026-01-28T06:00:00Z".
std::string own_name() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  char since[32];
  std::strftime(since, sizeof since, " %Y-%m-%dT%H:%M:%SZ", &utc);
  return std::to_string(::getpid()) + since;
}

// " (process 1234, since 2026-01-28T06:00:00Z)"; nothing where the lock does not say.
std::string holder_of(int descriptor) {
  char text[64];
  const ssize_t length = ::pread(descriptor, text, sizeof text, 0);
  if (length <= 0) return "";
  std::string holder(text, static_cast<std::size_t>(length));
  const std::size_t space = holder.find(' ');
  if (space != std::string::npos) holder.replace(space, 1, ", since ");
  return " (process " + holder + ")";
}

}  // namespace

RunLock::RunLock(const std::filesystem::path& file)
    : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
  if (descriptor_ < 0) throw WriteError("cannot open " + file.string() + ": " + std::strerror(errno));
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const std::string holder = holder_of(descriptor_);
    ::close(descriptor_);
    throw LockHeld("another run" + holder + " holds " + file.string());
  }
  const std::string own = own_name();
  const bool written = ::ftruncate(descriptor_, 0) == 0 && ::pwrite(descriptor_, own.data(), own.size(), 0) > 0;
  static_cast<void>(written);  // the name is a courtesy; the lock holds without it
}

RunLock::~RunLock() { ::close(descriptor_); }

}  // namespace backfile
