// By what a file of the archive is known again: size, time of change, inode; where these leave a doubt, its content.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "indexer/ledger.h"

namespace backfile {

// Without the content's hash. Nothing where the file cannot be looked at. A file that was changed less than two seconds
// before `now` (nanoseconds since 1970) is not settled: a later change may leave time and size as they are.
std::optional<FileState> look_at(const std::filesystem::path& file, std::int64_t now);

// The hash of the file's first `bytes` bytes; nothing where they cannot be read.
std::optional<std::uint64_t> content_hash(const std::filesystem::path& file, std::uint64_t bytes);

// Does the same stand there, by all that can be told without reading?
bool looks_the_same(const FileState& a, const FileState& b);

std::int64_t nanoseconds_now();

// Identifies the file system of a folder: its kind, and its own id where it has one. 0 where it cannot be told.
std::uint64_t file_system_of(const std::filesystem::path& folder);

// Is the file a regular one, or did the disk not say what it is? Then it is still what it was.
bool may_be_regular(const std::filesystem::path& file);

}  // namespace backfile
