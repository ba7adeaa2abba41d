// Compresses a text that comes in pieces (gzip, RFC 1952), at the fastest level: a stream is made while it is sent.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace backfile {

class GzipStream {
 public:
  // Throws std::bad_alloc.
  GzipStream();
  ~GzipStream();

  // The bytes of one piece, which can be unpacked without those of the next.
  std::string compress(std::string_view piece);
  // The last bytes.
  std::string end();

 private:
  struct State;
  std::string run(std::string_view piece, int flush);

  std::unique_ptr<State> state_;
};

}  // namespace backfile
