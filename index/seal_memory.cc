#include "index/seal_memory.h"

#include <sys/stat.h>

#include <chrono>

namespace backfile {
namespace {

// File systems tell time in ticks of some milliseconds: a file that was changed within the last one can change again
// without its time changing.
constexpr std::chrono::milliseconds kTick{50};

bool changed_just_now(std::uint64_t seconds, std::uint64_t nanoseconds) {
  const auto changed = std::chrono::seconds(seconds) + std::chrono::nanoseconds(nanoseconds);
  return std::chrono::system_clock::now().time_since_epoch() - changed < kTick;
}

}  // namespace

SealMemory::Identity SealMemory::identity_of(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return {};
  const auto number = [](auto value) { return static_cast<std::uint64_t>(value); };
  return {number(status.st_dev),         number(status.st_ino),
          number(status.st_size),        number(status.st_mtim.tv_sec) * 1'000'000'000 + number(status.st_mtim.tv_nsec),
          number(status.st_ctim.tv_sec), number(status.st_ctim.tv_nsec)};
}

FileSeal SealMemory::seal_of(const std::filesystem::path& file, const std::stop_token& stop) {
  const Identity identity = identity_of(file);
  {
    const std::scoped_lock lock(mutex_);
    const auto known = known_.find(file);
    if (known != known_.end() && known->second.identity == identity) return known->second.seal;
  }
  const bool memorable = !changed_just_now(identity[4], identity[5]);
  FileSeal seal = backfile::seal_of(file, stop);
  if (memorable && identity_of(file) == identity) {
    const std::scoped_lock lock(mutex_);
    known_[file] = {identity, seal};
  }
  return seal;
}

void SealMemory::forget() {
  const std::scoped_lock lock(mutex_);
  known_.clear();
}

}  // namespace backfile
