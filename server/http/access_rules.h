// Who is answered: by the host that is asked for, by a token, by how often an address asks; and which pages of others
// may read the answers (CORS, WHATWG Fetch 3.3).
//
// The host is checked because a page on the web can point a name of its own at an address in here, and read what its
// visitors' browsers may (DNS rebinding). A name is needed for that: numeric addresses and localhost are always taken.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/http/http_message.h"
#include "server/http/problem.h"
#include "server/http/rate_limit.h"

namespace backfile {

struct AccessRules {
  std::vector<std::string> hosts{};         // names that are answered, in lower case; "*" is any
  std::vector<std::string> proxies{};       // whose X-Forwarded-For is believed
  std::vector<std::string> cors_origins{};  // like "https://desk.example"
  std::string token{};                      // empty: none is asked for
  std::uint64_t requests_a_minute = 0;      // of one address; 0: any number
};

// Safe for any number of threads.
class Access {
 public:
  explicit Access(AccessRules rules);

  // The address of whoever asks: where a proxy does, the last one that it names and that is no proxy itself.
  std::string client_of(const HttpRequest& request) const;

  // By what it was asked, to make addresses of: its Host, and the scheme that a proxy names (X-Forwarded-Proto). Empty
  // where it has no Host, or one that is none.
  std::string origin_of(const HttpRequest& request) const;

  // Why it is not answered. `client` is client_of() it. Health is always told.
  std::optional<Problem> refusal(const HttpRequest& request, const std::string& client);

  // The answer to a browser that asks whether a page of another origin may ask; nothing where the request is not that.
  std::optional<HttpResponse> preflight(const HttpRequest& request) const;
  // Says who may read the answer, and what it depends on.
  void add_headers(const HttpRequest& request, HttpResponse& response) const;

 private:
  bool answers_for(const HttpRequest& request) const;
  bool has_token(const HttpRequest& request) const;
  std::optional<std::string> known_origin(const HttpRequest& request) const;

  const AccessRules rules_;
  RateLimit limit_;
};

}  // namespace backfile
