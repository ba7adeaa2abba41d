#include "indexer/scanner.h"

#include <algorithm>
#include <vector>

namespace backfile {
namespace {

namespace fs = std::filesystem;

class Scan {
 public:
  Scan(fs::path root, const fs::path& excluded, const std::function<void(const ScannedFile&)>& sink)
      : root_(std::move(root)), excluded_(excluded), sink_(sink) {}

  // False where the folder cannot be listed.
  bool folder(const fs::path& path, const std::string& name) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator at(path, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) entries.push_back(*at);
    if (error) return false;
    std::ranges::sort(entries, {}, [](const fs::directory_entry& entry) { return entry.path().native(); });
    for (const fs::directory_entry& entry : entries) {
      const std::string own = entry.path().filename().string();
      if (!own.starts_with('.')) visit(entry, name.empty() ? own : name + "/" + own);
    }
    return true;
  }

 private:
  void visit(const fs::directory_entry& entry, const std::string& name) {
    std::error_code error;
    const fs::file_status status = entry.symlink_status(error);
    if (fs::is_directory(status)) {
      if (fs::equivalent(entry.path(), excluded_, error)) return;
      if (!folder(entry.path(), name)) sink_({entry.path(), name, false});
      return;
    }
    sink_({entry.path(), name, fs::is_regular_file(status)});
  }

  fs::path root_;
  const fs::path& excluded_;
  const std::function<void(const ScannedFile&)>& sink_;
};

}  // namespace

void scan_archive(const Settings::Archive& archive, const fs::path& excluded,
                  const std::function<void(const ScannedFile&)>& sink) {
  std::error_code error;
  if (!fs::is_directory(archive.folder, error)) {
    throw ArchiveError("the archive " + archive.folder.string() + " is not there (is its disk mounted?)");
  }
  if (!Scan(archive.folder, excluded, sink).folder(archive.folder, "")) {
    throw ArchiveError("the archive " + archive.folder.string() + " cannot be read");
  }
}

}  // namespace backfile
