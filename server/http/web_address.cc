#include "server/http/web_address.h"

#include <strings.h>

namespace backfile {

std::string web_address(const std::string& url) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (url.size() > scheme.size() && ::strncasecmp(url.data(), scheme.data(), scheme.size()) == 0) return url;
  }
  return "";
}

}  // namespace backfile
