#include "indexer/file_state.h"

#include <sys/stat.h>
#include <sys/statfs.h>
#include <xxhash.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <memory>
#include <vector>

#include "indexer/readers/byte_source.h"

namespace backfile {
namespace {

constexpr std::int64_t kNanoseconds = 1'000'000'000;
constexpr std::int64_t kSettles = 2 * kNanoseconds;
constexpr std::size_t kPiece = 256 * 1024;

}  // namespace

std::optional<FileState> look_at(const std::filesystem::path& file, std::int64_t now) {
  struct stat status {};
  if (::lstat(file.c_str(), &status) != 0) return std::nullopt;
  FileState state;
  state.bytes = static_cast<std::uint64_t>(status.st_size);
  state.modified = status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec;
  state.inode = status.st_ino;
  state.settled = state.modified <= now - kSettles;
  return state;
}

std::optional<std::uint64_t> content_hash(const std::filesystem::path& file, std::uint64_t bytes) {
  FileSource source(file);
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(), XXH3_freeState);
  XXH3_64bits_reset(state.get());
  std::vector<char> piece(kPiece);
  while (bytes > 0) {
    const std::size_t got =
        source.read({piece.data(), static_cast<std::size_t>(std::min<std::uint64_t>(bytes, kPiece))});
    if (got == 0) return std::nullopt;
    XXH3_64bits_update(state.get(), piece.data(), got);
    bytes -= got;
  }
  return XXH3_64bits_digest(state.get());
}

bool looks_the_same(const FileState& a, const FileState& b) {
  return a.bytes == b.bytes && a.modified == b.modified && a.inode == b.inode;
}

std::int64_t nanoseconds_now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::uint64_t file_system_of(const std::filesystem::path& folder) {
  struct statfs status {};
  if (::statfs(folder.c_str(), &status) != 0) return 0;
  std::uint64_t id = 0;
  std::memcpy(&id, &status.f_fsid, sizeof id);
  return id ^ (static_cast<std::uint64_t>(status.f_type) << 32);
}

bool may_be_regular(const std::filesystem::path& file) {
  std::error_code error;
  const std::filesystem::file_type type = std::filesystem::symlink_status(file, error).type();
  return type == std::filesystem::file_type::regular || type == std::filesystem::file_type::none;
}

}  // namespace backfile
