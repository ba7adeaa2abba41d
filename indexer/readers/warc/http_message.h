// An HTTP answer as a web archive keeps it: status line, header fields, and a body that may be chunked (RFC 9112) and
// compressed (gzip, deflate, br).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

struct HttpAnswer {
  int status = 0;
  std::string content_type;  // with its parameters
  std::string encoding;      // Content-Encoding, in small letters
  bool chunked = false;
  std::string_view body;  // as it stands; refers to the message
};

// Nothing where the bytes are no answer.
std::optional<HttpAnswer> read_http_answer(std::string_view message);

// The body without chunks. Where it is not chunked as it says, the rest is taken as it stands.
std::string without_chunks(std::string_view body);

// Decompressed. A body that is not compressed as it says is given as it is: crawlers decompress and keep the header.
// Nothing where it is damaged, or larger than `most`.
std::optional<std::string> decompressed(std::string body, std::string_view encoding, std::size_t most);

}  // namespace backfile
