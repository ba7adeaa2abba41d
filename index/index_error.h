// What both programs throw when an index cannot be read: missing, damaged, foreign or of another version. The message
// names the file and says what to run.
#pragma once

#include <stdexcept>

namespace backfile {

class IndexError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// It was made by a program that builds another version of the index.
class OtherVersion : public IndexError {
 public:
  using IndexError::IndexError;
};

// There is no published generation at all: nothing is wrong, the indexer has not run yet.
class NoIndex : public IndexError {
 public:
  using IndexError::IndexError;
};

// Writing failed: disk full, I/O error. What was published before still stands.
class WriteError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace backfile
