// A byte stream of any character set as one of valid UTF-8, without a byte order mark. Bounded by a few buffers.
#pragma once

#include "indexer/readers/byte_stream.h"
#include "indexer/readers/charset_decoder.h"

namespace backfile {

class Utf8Source : public ByteSource {
 public:
  // `charset` as from tell_charset() (charset.h).
  Utf8Source(ByteStream stream, const std::string& charset);
  std::size_t read(std::span<char> out) override;

 private:
  ByteStream stream_;
  CharsetDecoder decoder_;
  std::string text_;  // converted and not yet taken: from taken_ on
  std::size_t taken_ = 0;
  std::size_t mark_;  // bytes of byte order mark still to be passed over
  bool ended_ = false;
};

ByteStream as_utf8(ByteStream stream, const std::string& charset);

}  // namespace backfile
