#include "indexer/run_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "index/index_error.h"

namespace backfile {

RunLock::RunLock(const std::filesystem::path& file)
    : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
  if (descriptor_ < 0) throw WriteError("cannot open " + file.string() + ": " + std::strerror(errno));
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    char holder[32] = "";
    const ssize_t length = ::pread(descriptor_, holder, sizeof holder - 1, 0);
    ::close(descriptor_);
    const std::string who =
        length > 0 ? " (process " + std::string(holder, static_cast<std::size_t>(length)) + ")" : "";
    throw LockHeld("another run" + who + " holds " + file.string());
  }
  const std::string own = std::to_string(::getpid());
  const bool written = ::ftruncate(descriptor_, 0) == 0 && ::pwrite(descriptor_, own.data(), own.size(), 0) > 0;
  static_cast<void>(written);  // the name is a courtesy; the lock holds without it
}

RunLock::~RunLock() { ::close(descriptor_); }

}  // namespace backfile
