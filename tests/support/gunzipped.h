// What a gzip file holds.
#pragma once

#include <zlib.h>

#include <string>

namespace backfile {

// Empty where the bytes are not one whole gzip file.
inline std::string gunzipped(const std::string& bytes) {
  z_stream stream{};
  if (::inflateInit2(&stream, 15 + 16) != Z_OK) return "";
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string text;
  char buffer[16 * 1024];
  int result = Z_OK;
  while (result == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = sizeof buffer;
    result = ::inflate(&stream, Z_NO_FLUSH);
    text.append(buffer, sizeof buffer - stream.avail_out);
  }
  ::inflateEnd(&stream);
  return result == Z_STREAM_END && stream.avail_in == 0 ? text : "";
}

}  // namespace backfile
