#include "indexer/progress.h"

#include <unistd.h>

#include <cstdio>

namespace backfile {

Progress::Progress(bool wanted, std::uint64_t total_bytes)
    : wanted_(wanted && ::isatty(STDERR_FILENO)), total_bytes_(total_bytes) {}

Progress::~Progress() {
  if (wanted_ && shown_ != begun_) std::fputs("\r\033[K", stderr);
}

void Progress::article_done() {
  ++articles_;
  if (!wanted_ || articles_ % 64 != 0 || Clock::now() - shown_ < std::chrono::milliseconds(200)) return;
  shown_ = Clock::now();
  show();
}

void Progress::show() const {
  const double seconds = std::chrono::duration<double>(shown_ - begun_).count();
  const double megabytes = static_cast<double>(bytes_) / 1e6;
  std::fprintf(stderr, "\r\033[K%llu articles, %.0f articles/s, %.1f of %.1f MB",
               static_cast<unsigned long long>(articles_), static_cast<double>(articles_) / seconds, megabytes,
               static_cast<double>(total_bytes_) / 1e6);
  if (bytes_ > 0) {
    const double left = seconds * static_cast<double>(total_bytes_ - bytes_) / static_cast<double>(bytes_);
    std::fprintf(stderr, ", %.0f s to go", left);
  }
}

}  // namespace backfile
