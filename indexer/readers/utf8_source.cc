#include "indexer/readers/utf8_source.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "indexer/readers/charset.h"

namespace backfile {

Utf8Source::Utf8Source(ByteStream stream, const std::string& charset)
    : stream_(std::move(stream)), decoder_(charset), mark_(byte_order_mark(stream_.head())) {}

std::size_t Utf8Source::read(std::span<char> out) {
  std::array<char, 16 * 1024> piece;
  while (taken_ == text_.size() && !ended_) {
    text_.clear();
    taken_ = 0;
    const std::size_t got = stream_.read(piece);
    ended_ = got == 0;
    const std::size_t skipped = std::min(mark_, got);
    mark_ -= skipped;
    decoder_.decode({piece.data() + skipped, got - skipped}, ended_, text_);
    if (ended_ && stream_.fault()) break_off(stream_.fault()->reason, stream_.fault()->message);
  }
  const std::size_t size = std::min(out.size(), text_.size() - taken_);
  std::memcpy(out.data(), text_.data() + taken_, size);
  taken_ += size;
  return size;
}

ByteStream as_utf8(ByteStream stream, const std::string& charset) {
  return ByteStream(std::make_unique<Utf8Source>(std::move(stream), charset));
}

}  // namespace backfile
