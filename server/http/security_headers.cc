#include "server/http/security_headers.h"

namespace backfile {

// The pages load nothing from elsewhere and have no script or style of their own within: 'self' is enough.
void add_security_headers(HttpResponse& response) {
  response.set_header(
      "Content-Security-Policy",
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'");
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cross-Origin-Opener-Policy", "same-origin");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
}

}  // namespace backfile
