// Files that survive a power cut: written whole, synced, and their directory synced too (Xapian does neither).
//
// Every function throws WriteError naming the file and the system's reason.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>

namespace backfile {

// Writes `text` to a new file beside `file`, syncs it, and renames it to `file`: a reader sees the old one or the new.
void write_file_durably(const std::filesystem::path& file, std::string_view text);

void sync_file(const std::filesystem::path& file);
void sync_directory(const std::filesystem::path& directory);

// Size and checksum (XXH3-128, 32 hex digits) of a file's bytes.
struct FileSeal {
  std::uint64_t bytes = 0;
  std::string checksum;
  friend bool operator==(const FileSeal&, const FileSeal&) = default;
};

// The reading of a file was stopped before its end.
class ReadingStopped : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Reads the file once. Throws std::runtime_error where it cannot be read, ReadingStopped once `stop` asks for it.
FileSeal seal_of(const std::filesystem::path& file, const std::stop_token& stop = {});

// The checksum of a text.
std::string checksum_of(std::string_view text);

}  // namespace backfile
