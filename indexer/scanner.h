// The scanner: the files of an archive, in the byte order of their names.
#pragma once

#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>

#include "index/settings.h"

namespace backfile {

// The archive is not there or cannot be read: nothing may be concluded from it, least of all that it is empty.
class ArchiveError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct ScannedFile {
  std::filesystem::path path;  // to open
  std::string file;            // relative to the archive's folder, '/' between parts
  bool regular = true;         // false: a link, a pipe, a socket, a device; or a folder that cannot be listed
};

// Gives every file below the archive's folder, folder by folder. Names that begin with '.' are passed over, links are
// not followed, and `excluded` (the index) is left out. Throws ArchiveError where the folder itself cannot be listed.
void scan_archive(const Settings::Archive& archive, const std::filesystem::path& excluded,
                  const std::function<void(const ScannedFile&)>& sink);

}  // namespace backfile
