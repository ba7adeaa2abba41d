#include "indexer/readers/byte_stream.h"

#include <algorithm>
#include <cstring>

#include "indexer/readers/gzip_source.h"
#include "indexer/readers/zstd_source.h"

namespace backfile {
namespace {

constexpr std::size_t kTellingBytes = 512;

// The bytes of a buffered source as they are.
class PlainSource : public ByteSource {
 public:
  explicit PlainSource(BufferedSource source) : source_(std::move(source)) {}

  std::size_t read(std::span<char> out) override {
    const std::string_view bytes = source_.bytes();
    if (bytes.empty() && source_.fault()) break_off(source_.fault()->reason, source_.fault()->message);
    const std::size_t size = std::min(out.size(), bytes.size());
    if (size > 0) std::memcpy(out.data(), bytes.data(), size);
    source_.take(size);
    return size;
  }

 private:
  BufferedSource source_;
};

// Web archives are compressed record by record: one whose first bytes are damaged is worth opening for the others.
bool is_damaged_web_archive(const std::filesystem::path& path, std::string_view begin) {
  const std::string& name = path.native();
  if (!name.ends_with(".warc.gz") && !name.ends_with(".arc.gz")) return false;
  return std::ranges::any_of(begin, [](char c) { return static_cast<unsigned char>(c) < '\t'; });
}

std::unique_ptr<ByteSource> open_source(const std::filesystem::path& path, std::uint64_t begin_at) {
  BufferedSource file(std::make_unique<FileSource>(path, begin_at));
  const std::string_view begin = file.at_least(kTellingBytes);
  if (is_zstd(begin)) return std::make_unique<ZstdSource>(std::move(file));
  if (is_gzip(begin) || is_damaged_web_archive(path, begin)) return std::make_unique<GzipSource>(std::move(file));
  return std::make_unique<PlainSource>(std::move(file));
}

}  // namespace

ByteStream::ByteStream(const std::filesystem::path& path, std::uint64_t begin) : ByteStream(open_source(path, begin)) {}

ByteStream::ByteStream(std::unique_ptr<ByteSource> source) : source_(std::move(source)) { fill_head(); }

ByteStream ByteStream::of_text(std::string text) {
  ByteStream stream;
  stream.head_ = std::move(text);
  return stream;
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

std::size_t ByteStream::read(std::span<char> out) {
  if (head_taken_ == head_.size()) return read_behind_head(out);
  const std::size_t size = std::min(out.size(), head_.size() - head_taken_);
  std::memcpy(out.data(), head_.data() + head_taken_, size);
  head_taken_ += size;
  return size;
}

std::size_t ByteStream::read_behind_head(std::span<char> out) {
  if (!source_ || fault_) return 0;
  const std::size_t size = source_->read(out);
  if (size == 0) fault_ = source_->fault();
  return size;
}

bool ByteStream::resume() {
  if (!source_ || !fault_ || !source_->resume()) return false;
  fault_.reset();
  return true;
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
