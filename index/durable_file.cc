#include "index/durable_file.h"

#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "index/index_error.h"

namespace backfile {
namespace {

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& file, int flags) : number_(::open(file.c_str(), flags | O_CLOEXEC, 0644)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

[[noreturn]] void failed(const char* doing, const std::filesystem::path& file) {
  throw WriteError(std::string(doing) + " " + file.string() + ": " + std::strerror(errno));
}

void sync(const std::filesystem::path& file, int flags) {
  const Descriptor descriptor(file, flags);
  if (descriptor.number() < 0 || ::fsync(descriptor.number()) != 0) failed("cannot sync", file);
}

void write_synced(const std::filesystem::path& file, std::string_view text) {
  Descriptor descriptor(file, O_WRONLY | O_CREAT | O_TRUNC);
  if (descriptor.number() < 0) failed("cannot write", file);
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor.number(), text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) failed("cannot write", file);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(descriptor.number()) != 0) failed("cannot sync", file);
  if (::close(descriptor.release()) != 0) failed("cannot close", file);
}

std::string hex_of(const XXH128_hash_t& hash) {
  char hex[33];
  std::snprintf(hex, sizeof hex, "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return hex;
}

}  // namespace

void write_file_durably(const std::filesystem::path& file, std::string_view text) {
  std::filesystem::path fresh = file;
  fresh += ".new";
  try {
    write_synced(fresh, text);
    if (::rename(fresh.c_str(), file.c_str()) != 0) failed("cannot rename to", file);
  } catch (const WriteError&) {
    ::unlink(fresh.c_str());  // what it takes may be what is wanting
    throw;
  }
  sync_directory(file.parent_path());
}

void sync_file(const std::filesystem::path& file) { sync(file, O_RDONLY); }

void sync_directory(const std::filesystem::path& directory) { sync(directory, O_RDONLY | O_DIRECTORY); }

FileSeal seal_of(const std::filesystem::path& file, const std::stop_token& stop) {
  const Descriptor descriptor(file, O_RDONLY);
  const auto unreadable = [&] {
    return std::runtime_error("cannot read " + file.string() + ": " + std::strerror(errno));
  };
  if (descriptor.number() < 0) throw unreadable();
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), XXH3_freeState);
  XXH3_128bits_reset(state.get());
  FileSeal seal;
  std::vector<char> buffer(1 << 20);
  while (true) {
    if (stop.stop_requested()) throw ReadingStopped("the reading of " + file.string() + " was stopped");
    const ssize_t got = ::read(descriptor.number(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw unreadable();
    if (got == 0) break;
    XXH3_128bits_update(state.get(), buffer.data(), static_cast<std::size_t>(got));
    seal.bytes += static_cast<std::uint64_t>(got);
  }
  seal.checksum = hex_of(XXH3_128bits_digest(state.get()));
  return seal;
}

std::string checksum_of(std::string_view text) { return hex_of(XXH3_128bits(text.data(), text.size())); }

}  // namespace backfile
