// The body of a streamed answer as the bytes to send: its pieces in chunked coding (RFC 9112 7.1), or as they are where
// the end of the connection is their end (HTTP/1.0); compressed where that is wanted. Belongs to one thread at a time.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "server/http/gzip_stream.h"
#include "server/http/http_message.h"

namespace backfile {

class BodyStream {
 public:
  BodyStream(NextPiece next_piece, bool chunked, bool compressed);

  // The next bytes, never none of them; nothing after the last. Throws what the making of a piece throws: what was
  // given until then has no closing chunk.
  std::optional<std::string> next();

 private:
  std::string framed(std::string bytes) const;

  NextPiece next_piece_;
  bool chunked_;
  std::unique_ptr<GzipStream> gzip_;  // or null
};

}  // namespace backfile
