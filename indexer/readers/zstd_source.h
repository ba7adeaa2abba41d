// Zstandard (RFC 8878) decompressed; several frames count as one stream, skippable ones are passed over. Windows of up
// to 128 MB are accepted (`zstd --long`); what wants more is broken_compression. Frames
// are sound on their own: behind damage, resume() goes on at the next one.
#pragma once

#include <zstd.h>

#include "indexer/readers/byte_source.h"

namespace backfile {

bool is_zstd(std::string_view bytes);

class ZstdSource : public ByteSource {
 public:
  explicit ZstdSource(BufferedSource compressed);
  std::size_t read(std::span<char> out) override;
  bool resume() override;

 private:
  struct Freer {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };
  BufferedSource compressed_;
  std::unique_ptr<ZSTD_DCtx, Freer> context_;
  bool frame_ended_ = true;
  std::uint64_t given_ = 0;  // decompressed bytes
};

}  // namespace backfile
