// The JSON values of a byte stream as raw text: the elements of an array, or values that stand one behind another. Only
// brackets and strings are looked at; whether a value is JSON says json_parse.h. No recursion: nesting costs nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/byte_stream.h"

namespace backfile {

enum class JsonValueFault : std::uint8_t { none, too_large, cut_off };

struct JsonValueText {
  std::string_view text;  // empty where there is a fault; valid until the next call of next()
  JsonValueFault fault = JsonValueFault::none;
};

class JsonValueSource {
 public:
  // `stream` is not owned. Keeps at most `most` bytes and one buffer.
  JsonValueSource(ByteStream& stream, std::size_t most)
      : stream_(stream), most_(most), buffer_(ByteStream::kHeadBytes) {}

  // False at the end. Nothing comes behind a value that is cut off by the stream's end; where the stream itself broke
  // (ByteStream::fault()) that value is not given.
  bool next(JsonValueText& value);

 private:
  std::optional<char> take();
  bool skip_to_value();
  void keep(char c);
  void take_nested();
  void take_string();
  void take_scalar();

  ByteStream& stream_;
  std::size_t most_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // bytes of buffer_ not yet used: [begin_, end_)
  std::size_t end_ = 0;
  bool first_ = true;  // nothing but space was met so far
  std::string value_;
  bool too_large_ = false;
  bool cut_off_ = false;
};

}  // namespace backfile
