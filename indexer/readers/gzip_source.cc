#include "indexer/readers/gzip_source.h"

#include <algorithm>
#include <new>
#include <utility>

namespace backfile {
namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib: the largest window, and a gzip header
constexpr std::string_view kMagic = "\x1F\x8B\x08";
constexpr std::size_t kHeaderBytes = 10;
constexpr std::size_t kMostBehind = std::size_t{4} << 20;

// The magic number and a header as writers make it: three bytes alone also occur in compressed data.
bool is_member_header(std::string_view bytes) {
  if (bytes.size() < kHeaderBytes || !bytes.starts_with(kMagic)) return false;
  const auto flags = static_cast<unsigned char>(bytes[3]);
  const auto extra = static_cast<unsigned char>(bytes[8]);
  return flags < 0x20 && (extra == 0 || extra == 2 || extra == 4);
}

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with(kMagic); }

GzipSource::GzipSource(BufferedSource compressed) : compressed_(std::move(compressed)), inflater_(new z_stream{}) {
  if (inflateInit2(inflater_.get(), kGzipWindow) != Z_OK) throw std::bad_alloc();
}

void GzipSource::break_here(std::string message) {
  if (compressed_.fault()) return break_off(compressed_.fault()->reason, compressed_.fault()->message);
  break_off(Reason::broken_compression, std::move(message));
}

std::size_t GzipSource::read(std::span<char> out) {
  z_stream& stream = *inflater_;
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(std::min<std::size_t>(out.size(), 1u << 30));
  const uInt wanted = stream.avail_out;
  while (stream.avail_out == wanted && !fault()) {
    if (member_ended_ && !begin_next_member()) break;
    if (!inflate_some()) break;
  }
  given_ += wanted - stream.avail_out;
  if (!expands_too_much(compressed_.taken(), given_)) return wanted - stream.avail_out;
  break_off(Reason::broken_compression, "the gzip data expands more than 150-fold");
  return 0;
}

bool GzipSource::inflate_some() {
  z_stream& stream = *inflater_;
  const std::string_view bytes = compressed_.bytes();
  if (bytes.empty()) {
    break_here("the gzip data is cut off");
    return false;
  }
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  const int result = inflate(&stream, Z_NO_FLUSH);
  member_ended_ = result == Z_STREAM_END;
  if (result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR) {
    remember(bytes, bytes.size() - stream.avail_in);
    compressed_.take(bytes.size() - stream.avail_in);
    return true;
  }
  break_here(std::string("the gzip data is damaged: ") + (stream.msg ? stream.msg : "it cannot be decompressed"));
  return false;
}

// The first `used` of the bytes are about to be taken.
void GzipSource::remember(std::string_view bytes, std::size_t used) {
  const std::size_t from = std::exchange(member_begins_, false) ? 1 : 0;
  if (member_ended_ || behind_.size() > kMostBehind) {
    behind_.clear();
  } else if (!behind_.empty()) {
    behind_ += bytes.substr(0, used);
  } else {
    std::size_t at = bytes.find(kMagic, from);
    while (at < used && !is_member_header(bytes.substr(at))) at = bytes.find(kMagic, at + 1);
    if (at < used) behind_ = bytes.substr(at, used - at);
  }
}

void GzipSource::begin_member() {
  member_ended_ = false;
  member_begins_ = true;
  inflateReset(inflater_.get());
}

bool GzipSource::begin_next_member() {
  for (std::string_view bytes = compressed_.bytes(); !bytes.empty(); bytes = compressed_.bytes()) {
    const std::size_t padding = std::min(bytes.find_first_not_of('\0'), bytes.size());
    compressed_.take(padding);
    if (padding == bytes.size()) continue;
    begin_member();
    return true;
  }
  if (compressed_.fault()) break_here({});
  return false;
}

bool GzipSource::resume() {
  if (compressed_.fault() || expands_too_much(compressed_.taken(), given_)) return false;
  if (!behind_.empty()) {
    compressed_.give_back(std::exchange(behind_, {}));
  } else if (!compressed_.bytes().empty()) {
    compressed_.take(1);  // the damaged member may begin here: nothing was taken of what broke
  }
  for (std::string_view bytes = compressed_.at_least(kHeaderBytes); bytes.size() >= kHeaderBytes;
       bytes = compressed_.at_least(kHeaderBytes)) {
    if (is_member_header(bytes)) {
      mend();
      begin_member();
      return true;
    }
    const std::size_t next = bytes.find(kMagic[0], 1);
    compressed_.take(next == std::string_view::npos ? bytes.size() : next);
  }
  return false;
}

}  // namespace backfile
