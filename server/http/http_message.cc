#include "server/http/http_message.h"

namespace backfile {

std::optional<std::string> HttpRequest::header(std::string_view name) const {
  std::optional<std::string> joined;
  for (const auto& [key, value] : headers) {
    if (key != name) continue;
    joined = joined ? *joined + ", " + value : value;
  }
  return joined;
}

}  // namespace backfile
