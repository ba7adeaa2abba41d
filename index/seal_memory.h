// Seals of files that were read, remembered while the file is the same: device, inode, size, time of change. Segments
// are shared by generations and need to be read once only.
//
// Damage that the file system itself does not know of (a disk that loses a bit) is not seen again until forget().
// Safe for any number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <stop_token>

#include "index/durable_file.h"

namespace backfile {

class SealMemory {
 public:
  // Throws as seal_of() does; what threw is not remembered.
  FileSeal seal_of(const std::filesystem::path& file, const std::stop_token& stop = {});
  void forget();

 private:
  using Identity = std::array<std::uint64_t, 6>;
  struct Known {
    Identity identity{};
    FileSeal seal;
  };
  static Identity identity_of(const std::filesystem::path& file);

  std::mutex mutex_;
  std::map<std::filesystem::path, Known> known_;
};

}  // namespace backfile
