// The head of an HTTP/1 request: request line and headers (RFC 9112). Strict, because what one program forgives and
// the next does not is how requests are smuggled past a proxy.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "server/http/http_message.h"

namespace backfile {

struct RequestHead {
  std::string method;
  std::string target;
  HttpHeaders headers;      // names in lower case, values without the blanks around them
  bool is_1_1 = true;       // else HTTP/1.0
  bool keeps_alive = true;  // the connection may carry another request after this one
};

inline constexpr std::size_t kMaxTargetBytes = 8000;
inline constexpr std::size_t kMaxHeadBytes = 16 * 1024;
inline constexpr std::size_t kMaxHeaderLines = 100;

// Where the first head in `bytes` ends, past its empty line; 0 while it is not whole. It is known that no head ends
// before `seen`, bytes looked at earlier.
std::size_t head_end(std::string_view bytes, std::size_t seen = 0);

// Whether a request head may begin with this byte: what begins otherwise (TLS, say) need not be waited for.
bool may_begin_head(char first);

// `head` ends with its empty line. Otherwise the status of the refusal: 400, 413, 414, 431 or 505. A body is never
// read: GET, HEAD and OPTIONS with one are refused, another method is taken (it is refused for itself), but its
// connection does not live on.
std::variant<RequestHead, int> parse_request_head(std::string_view head);

}  // namespace backfile
