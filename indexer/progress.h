// Progress of a run: one line on a terminal, written over and over; nothing where stderr is no terminal.
#pragma once

#include <chrono>
#include <cstdint>

namespace backfile {

class Progress {
 public:
  // `total_bytes` of the files to be read, compressed as they are.
  Progress(bool wanted, std::uint64_t total_bytes);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void file_done(std::uint64_t bytes) { bytes_ += bytes; }
  void article_done();

 private:
  using Clock = std::chrono::steady_clock;

  void show() const;

  bool wanted_;
  std::uint64_t total_bytes_;
  std::uint64_t bytes_ = 0;
  std::uint64_t articles_ = 0;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point shown_ = begun_;
};

}  // namespace backfile
