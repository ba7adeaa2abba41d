// The host of an address.
#pragma once

#include <string_view>

namespace backfile {

// "www.echo.example" of "https://www.echo.example:8080/fog"; empty where the address is not absolute.
inline std::string_view host_of_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  const std::string_view host = url.substr(scheme + 3);
  return host.substr(0, host.find_first_of("/:?#"));
}

}  // namespace backfile
