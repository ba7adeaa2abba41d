#include "indexer/readers/zstd_source.h"

#include <new>

namespace backfile {
namespace {

constexpr int kLargestWindow = 27;  // 2^27 bytes
constexpr std::string_view kMagic = "\x28\xB5\x2F\xFD";

}  // namespace

// A frame, or a skippable one (184D2A50 to 184D2A5F, little-endian).
bool is_zstd(std::string_view bytes) {
  if (bytes.starts_with(kMagic)) return true;
  return bytes.size() >= 4 && bytes.substr(1).starts_with("\x2A\x4D\x18") &&
         (static_cast<unsigned char>(bytes[0]) & 0xF0) == 0x50;
}

ZstdSource::ZstdSource(BufferedSource compressed) : compressed_(std::move(compressed)), context_(ZSTD_createDCtx()) {
  if (!context_) throw std::bad_alloc();
  ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, kLargestWindow);
}

std::size_t ZstdSource::read(std::span<char> out) {
  ZSTD_outBuffer output{out.data(), out.size(), 0};
  while (output.pos == 0 && !fault()) {
    const std::string_view bytes = compressed_.bytes();
    if (compressed_.fault()) break_off(compressed_.fault()->reason, compressed_.fault()->message);
    ZSTD_inBuffer input{bytes.data(), bytes.size(), 0};
    if (bytes.empty() && frame_ended_) break;
    const std::size_t result = ZSTD_decompressStream(context_.get(), &output, &input);
    compressed_.take(input.pos);
    if (ZSTD_isError(result)) {
      break_off(Reason::broken_compression, std::string("the zstd data is damaged: ") + ZSTD_getErrorName(result));
      break;
    }
    frame_ended_ = result == 0;
    if (bytes.empty() && output.pos == 0 && !fault()) {
      break_off(Reason::broken_compression, "the zstd data is cut off");
    }
  }
  given_ += output.pos;
  if (!expands_too_much(compressed_.taken(), given_)) return output.pos;
  break_off(Reason::broken_compression, "the zstd data expands more than 150-fold");
  return 0;
}

bool ZstdSource::resume() {
  if (compressed_.fault() || expands_too_much(compressed_.taken(), given_)) return false;
  if (!compressed_.bytes().empty()) compressed_.take(1);  // the damaged frame may begin here: nothing was taken of it
  for (std::string_view bytes = compressed_.at_least(kMagic.size()); bytes.size() >= kMagic.size();
       bytes = compressed_.at_least(kMagic.size())) {
    if (bytes.starts_with(kMagic)) {
      mend();
      frame_ended_ = true;
      ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only);
      return true;
    }
    const std::size_t next = bytes.find(kMagic[0], 1);
    compressed_.take(next == std::string_view::npos ? bytes.size() : next);
  }
  return false;
}

}  // namespace backfile
