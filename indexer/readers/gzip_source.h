// gzip (RFC 1952) decompressed; several members count as one stream, and zeros between or behind them (as tapes have
// them) are passed over. What expands as no text does is broken_compression.
//
// Members are sound on their own: behind damage, resume() goes on at the next one. Damaged data may be decompressed on
// into the members behind it before anything is noticed, so what looks like a member inside of another is kept until
// that has ended well, up to 4 MB of it.
#pragma once

#include <zlib.h>

#include "indexer/readers/byte_source.h"

namespace backfile {

bool is_gzip(std::string_view bytes);

class GzipSource : public ByteSource {
 public:
  explicit GzipSource(BufferedSource compressed);
  std::size_t read(std::span<char> out) override;
  bool resume() override;

 private:
  struct InflateEnd {
    void operator()(z_stream* stream) const {
      inflateEnd(stream);
      delete stream;
    }
  };
  void begin_member();
  bool begin_next_member();
  bool inflate_some();
  void break_here(std::string message);
  void remember(std::string_view bytes, std::size_t used);

  BufferedSource compressed_;
  std::unique_ptr<z_stream, InflateEnd> inflater_;
  bool member_ended_ = false;
  bool member_begins_ = true;  // nothing was taken of it
  std::string behind_;         // what was taken of what may be the next member, inside of this one
  std::uint64_t given_ = 0;    // decompressed bytes
};

}  // namespace backfile
