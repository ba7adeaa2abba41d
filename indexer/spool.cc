#include "indexer/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "index/index_error.h"
#include "index/stored_fields.h"

namespace backfile {
namespace {

constexpr std::size_t kBufferBytes = 1u << 20;

[[noreturn]] void failed(const char* doing, const std::filesystem::path& file) {
  throw WriteError(std::string("cannot ") + doing + " " + file.string() + ": " + std::strerror(errno));
}

}  // namespace

Spool::Spool(const std::filesystem::path& file) : file_(file) {
  std::error_code error;
  std::filesystem::create_directories(file_.parent_path(), error);
  if (error) throw WriteError("cannot make " + file_.parent_path().string() + ": " + error.message());
  descriptor_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor_ < 0) failed("make", file_);
}

Spool::~Spool() { ::close(descriptor_); }

std::uint64_t Spool::add(const Article& article) {
  const std::uint64_t at = written_ + unwritten_.size();
  const std::string bytes = encode_article(article);
  const auto size = static_cast<std::uint32_t>(bytes.size());
  unwritten_.append(reinterpret_cast<const char*>(&size), sizeof size).append(bytes);
  if (unwritten_.size() >= kBufferBytes) flush();
  return at;
}

void Spool::flush() {
  std::string_view rest = unwritten_;
  while (!rest.empty()) {
    const ssize_t count = ::write(descriptor_, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) failed("write", file_);
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  written_ += unwritten_.size();
  unwritten_.clear();
}

Article Spool::read(std::uint64_t at) const {
  const auto take = [&](void* to, std::size_t size, std::uint64_t from) {
    if (::pread(descriptor_, to, size, static_cast<off_t>(from)) != static_cast<ssize_t>(size)) failed("read", file_);
  };
  std::uint32_t size = 0;
  take(&size, sizeof size, at);
  std::string bytes(size, '\0');
  take(bytes.data(), size, at + sizeof size);
  return decode_article(bytes);
}

}  // namespace backfile
