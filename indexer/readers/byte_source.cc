#include "indexer/readers/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace backfile {

FileSource::FileSource(const std::filesystem::path& path, std::uint64_t begin) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0) {
    break_off(Reason::unreadable, std::system_category().message(errno));
    return;
  }
  struct stat status {};
  const bool known = ::fstat(descriptor, &status) == 0;
  if (known && S_ISREG(status.st_mode)) file_.reset(::fdopen(descriptor, "rb"));
  const std::uint64_t size = known ? static_cast<std::uint64_t>(status.st_size) : 0;
  left_ = size - std::min(size, begin);
  if (file_ && (begin == 0 || ::fseeko(file_.get(), static_cast<off_t>(begin), SEEK_SET) == 0)) return;
  if (file_) {
    break_off(Reason::unreadable, std::system_category().message(errno));
    return;
  }
  ::close(descriptor);
  break_off(Reason::unreadable, known && S_ISDIR(status.st_mode) ? "this is a folder"
                                                                 : "not a regular file (a pipe, a socket or a device)");
}

std::size_t FileSource::read(std::span<char> out) {
  if (!file_ || fault()) return 0;
  const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left_, out.size()));
  const std::size_t size = std::fread(out.data(), 1, wanted, file_.get());
  left_ -= size;
  if (size == 0 && std::ferror(file_.get())) break_off(Reason::unreadable, std::system_category().message(errno));
  return size;
}

BufferedSource::BufferedSource(std::unique_ptr<ByteSource> source) : source_(std::move(source)), buffer_(kBytes) {}

void BufferedSource::refill() {
  std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
  const std::size_t got = source_->read({buffer_.data() + end_, buffer_.size() - end_});
  end_ += got;
  ended_ = got == 0;
}

void BufferedSource::give_back(std::string_view taken) {
  std::vector<char> buffer(taken.size() + (end_ - begin_) + kBytes);
  std::ranges::copy(taken, buffer.begin());
  std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_), buffer_.begin() + static_cast<std::ptrdiff_t>(end_),
            buffer.begin() + static_cast<std::ptrdiff_t>(taken.size()));
  end_ = taken.size() + (end_ - begin_);
  begin_ = 0;
  taken_ -= taken.size();
  buffer_ = std::move(buffer);
}

std::string_view BufferedSource::bytes() { return at_least(1); }

std::string_view BufferedSource::at_least(std::size_t size) {
  while (end_ - begin_ < size && !ended_) refill();
  return {buffer_.data() + begin_, end_ - begin_};
}

}  // namespace backfile
