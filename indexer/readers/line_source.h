// The lines of a byte stream, each at most a given number of bytes long: of a longer one only its number is told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/byte_stream.h"

namespace backfile {

struct SourceLine {
  std::string_view text;     // without its '\n'; valid until the next call of next()
  std::uint64_t number = 0;  // from 1
  bool too_large = false;    // `text` is empty
};

class LineSource {
 public:
  // `stream` is not owned; there were `before` lines before it. Keeps at most `most` bytes and one buffer.
  LineSource(ByteStream& stream, std::size_t most, std::uint64_t before = 0)
      : stream_(stream), most_(most), buffer_(ByteStream::kHeadBytes), number_(before) {}

  // False at the end. A line that the stream breaks off in is not given: see ByteStream::fault().
  bool next(SourceLine& line);

  // Did the last line that was given end with '\n'?
  bool ended_whole() const { return ended_whole_; }

  // The number of the line that would come next.
  std::uint64_t next_number() const { return number_ + 1; }

 private:
  void keep(std::string_view piece);

  ByteStream& stream_;
  std::size_t most_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // bytes of buffer_ not yet used: [begin_, end_)
  std::size_t end_ = 0;
  std::string line_;
  bool too_large_ = false;
  bool ended_whole_ = true;
  std::uint64_t number_;
};

}  // namespace backfile
