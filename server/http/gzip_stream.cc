#include "server/http/gzip_stream.h"

#include <zlib.h>

#include <new>

namespace backfile {
namespace {

constexpr int kWindowBits = 15 + 16;  // 16: with the head and end of gzip
constexpr int kMemoryLevel = 8;       // zlib's own default
constexpr std::size_t kRoom = 64 * 1024;

}  // namespace

struct GzipStream::State {
  z_stream stream{};
};

GzipStream::GzipStream() : state_(std::make_unique<State>()) {
  if (::deflateInit2(&state_->stream, Z_BEST_SPEED, Z_DEFLATED, kWindowBits, kMemoryLevel, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw std::bad_alloc();
  }
}

GzipStream::~GzipStream() { ::deflateEnd(&state_->stream); }

std::string GzipStream::compress(std::string_view piece) { return run(piece, Z_SYNC_FLUSH); }

std::string GzipStream::end() { return run({}, Z_FINISH); }

std::string GzipStream::run(std::string_view piece, int flush) {
  z_stream& stream = state_->stream;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
  stream.avail_in = static_cast<uInt>(piece.size());
  std::string bytes;
  do {
    const std::size_t before = bytes.size();
    bytes.resize(before + kRoom);
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data() + before);
    stream.avail_out = kRoom;
    ::deflate(&stream, flush);
    bytes.resize(bytes.size() - stream.avail_out);
  } while (stream.avail_out == 0);
  return bytes;
}

}  // namespace backfile
