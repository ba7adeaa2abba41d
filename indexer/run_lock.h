// One run at a time: a lock on the index's file `lock`, held while the process lives, however it ends.
#pragma once

#include <filesystem>
#include <stdexcept>

namespace backfile {

// Another run holds the lock; the message names it: its process id, and since when it runs.
class LockHeld : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class RunLock {
 public:
  // Throws LockHeld, or WriteError where the file cannot be made.
  explicit RunLock(const std::filesystem::path& file);
  ~RunLock();
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;

 private:
  int descriptor_;
};

}  // namespace backfile
