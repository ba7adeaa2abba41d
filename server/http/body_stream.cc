#include "server/http/body_stream.h"

#include <cstdio>
#include <utility>

namespace backfile {
namespace {

constexpr std::string_view kLastChunk = "0\r\n\r\n";

}  // namespace

BodyStream::BodyStream(NextPiece next_piece, bool chunked, bool compressed)
    : next_piece_(std::move(next_piece)),
      chunked_(chunked),
      gzip_(compressed ? std::make_unique<GzipStream>() : nullptr) {}

std::optional<std::string> BodyStream::next() {
  while (next_piece_) {
    auto piece = next_piece_();
    if (!piece) {
      next_piece_ = nullptr;
      std::string last = gzip_ ? framed(gzip_->end()) : std::string();
      if (chunked_) last += kLastChunk;
      if (last.empty()) return std::nullopt;
      return last;
    }
    if (!piece->empty()) return framed(gzip_ ? gzip_->compress(*piece) : *std::move(piece));
  }
  return std::nullopt;
}

std::string BodyStream::framed(std::string bytes) const {
  if (!chunked_) return bytes;
  char size[24];
  const int length = std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
  std::string chunk;
  chunk.reserve(bytes.size() + sizeof size);
  chunk.append(size, static_cast<std::size_t>(length)).append(bytes).append("\r\n");
  return chunk;
}

}  // namespace backfile
