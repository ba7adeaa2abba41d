#include "indexer/readers/byte_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <system_error>

namespace backfile {
namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib: the largest window, and a gzip header

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

}  // namespace

ByteStream::ByteStream(const std::filesystem::path& path) {
  open(path);
  fill_head();
}

ByteStream ByteStream::of_text(std::string text) {
  ByteStream stream;
  stream.head_ = std::move(text);
  return stream;
}

ByteStream::~ByteStream() = default;
ByteStream::ByteStream(ByteStream&&) noexcept = default;

void ByteStream::break_off(Reason reason, std::string message) {
  fault_ = Rejection{reason, std::move(message)};
  raw_ended_ = true;
  raw_begin_ = raw_end_ = 0;
}

void ByteStream::open(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return break_off(Reason::unreadable, "this is a folder");
  file_.reset(std::fopen(path.c_str(), "rb"));
  if (!file_) return break_off(Reason::unreadable, std::system_category().message(errno));
  raw_ = std::make_unique<std::array<char, kHeadBytes>>();
  raw_ended_ = false;
  fill_raw();
  if (!is_gzip({raw_->data(), raw_end_})) return;
  inflater_.reset(new z_stream{});
  if (inflateInit2(inflater_.get(), kGzipWindow) != Z_OK) throw std::bad_alloc();
}

void ByteStream::fill_head() {
  head_.resize(kHeadBytes);
  std::size_t size = 0;
  while (size < kHeadBytes) {
    const std::size_t got = read_behind_head({head_.data() + size, kHeadBytes - size});
    if (got == 0) break;
    size += got;
  }
  head_.resize(size);
}

void ByteStream::fill_raw() {
  if (raw_ended_ || raw_begin_ < raw_end_) return;
  raw_begin_ = 0;
  raw_end_ = std::fread(raw_->data(), 1, raw_->size(), file_.get());
  if (raw_end_ > 0) return;
  raw_ended_ = true;
  if (std::ferror(file_.get())) break_off(Reason::unreadable, std::system_category().message(errno));
}

std::size_t ByteStream::read(std::span<char> out) {
  if (head_taken_ == head_.size()) return read_behind_head(out);
  const std::size_t size = std::min(out.size(), head_.size() - head_taken_);
  std::memcpy(out.data(), head_.data() + head_taken_, size);
  head_taken_ += size;
  return size;
}

std::size_t ByteStream::read_behind_head(std::span<char> out) {
  if (fault_) return 0;
  if (inflater_) return inflate_some(out);
  fill_raw();
  const std::size_t size = std::min(out.size(), raw_end_ - raw_begin_);
  if (size > 0) std::memcpy(out.data(), raw_->data() + raw_begin_, size);
  raw_begin_ += size;
  return size;
}

std::size_t ByteStream::inflate_some(std::span<char> out) {
  z_stream& stream = *inflater_;
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(std::min<std::size_t>(out.size(), 1u << 30));
  const uInt wanted = stream.avail_out;
  while (stream.avail_out == wanted && !fault_) {
    if (member_ended_ && !begin_next_member()) break;
    fill_raw();
    if (fault_) break;
    if (raw_ended_) {
      break_off(Reason::broken_compression, "the gzip data is cut off");
      break;
    }
    stream.next_in = reinterpret_cast<Bytef*>(raw_->data() + raw_begin_);
    stream.avail_in = static_cast<uInt>(raw_end_ - raw_begin_);
    const int result = inflate(&stream, Z_NO_FLUSH);
    raw_begin_ = raw_end_ - stream.avail_in;
    member_ended_ = result == Z_STREAM_END;
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
      break_off(Reason::broken_compression,
                std::string("the gzip data is damaged: ") + (stream.msg ? stream.msg : "it cannot be decompressed"));
    }
  }
  return wanted - stream.avail_out;
}

// Behind a member there may be another one, zeros that pad (as tapes have them), or the end.
bool ByteStream::begin_next_member() {
  for (fill_raw(); !raw_ended_; fill_raw()) {
    if ((*raw_)[raw_begin_] != '\0') {
      member_ended_ = false;
      inflateReset(inflater_.get());
      return true;
    }
    ++raw_begin_;
  }
  return false;
}

std::optional<std::string> ByteStream::read_all(std::size_t most) {
  std::string all;
  std::size_t size = 0;
  while (true) {
    if (all.size() < size + kHeadBytes) all.resize(std::min(most + 1, all.size() * 2 + kHeadBytes));
    const std::size_t got = read({all.data() + size, all.size() - size});
    if (got == 0) break;
    size += got;
    if (size > most) return std::nullopt;
  }
  all.resize(size);
  return all;
}

}  // namespace backfile
