#include "server/http/access_rules.h"

#include <algorithm>
#include <utility>

#include "server/http/peer_address.h"

namespace backfile {
namespace {

bool holds(const std::vector<std::string>& list, const std::string& one) {
  return std::ranges::find(list, one) != list.end();
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

// "Search.example:8080" is "search.example", "[::1]:8080" is "::1".
std::string name_of_host(const std::string& host) {
  if (host.starts_with('[')) return host.substr(1, host.find(']') - 1);
  return lower(host.substr(0, host.find(':')));
}

// In a time that depends on the length alone.
bool are_equal(const std::string& one, const std::string& other) {
  unsigned difference = one.size() == other.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i) {
    difference |= static_cast<unsigned char>(one[i]) ^ static_cast<unsigned char>(other[i]);
  }
  return difference == 0;
}

std::vector<std::string> addresses_of(const std::string& list) {
  std::vector<std::string> all;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::size_t first = std::min(list.find_first_not_of(" \t", begin), end);
    const std::size_t last = list.find_last_not_of(" \t", end == 0 ? 0 : end - 1);
    all.push_back(last == std::string::npos || last < first ? "" : list.substr(first, last + 1 - first));
    begin = end + 1;
  }
  return all;
}

}  // namespace

Access::Access(AccessRules rules) : rules_(std::move(rules)), limit_(rules_.requests_a_minute) {}

std::string Access::client_of(const HttpRequest& request) const {
  if (!holds(rules_.proxies, request.remote_address)) return request.remote_address;
  std::vector<std::string> named = addresses_of(request.header("x-forwarded-for").value_or(""));
  std::string client = request.remote_address;
  for (; !named.empty(); named.pop_back()) {
    const std::string address = peer_address(named.back()).text;
    if (address.empty()) return client;
    client = address;
    if (!holds(rules_.proxies, address)) return client;
  }
  return client;
}

std::string Access::origin_of(const HttpRequest& request) const {
  constexpr std::string_view kOfHosts = "abcdefghijklmnopqrstuvwxyz0123456789-._:[]";
  const std::string host = lower(request.header("host").value_or(""));
  if (host.empty() || host.find_first_not_of(kOfHosts) != std::string::npos) return "";
  const bool is_secure = holds(rules_.proxies, request.remote_address) &&
                         lower(request.header("x-forwarded-proto").value_or("")) == "https";
  return (is_secure ? "https://" : "http://") + host;
}

bool Access::answers_for(const HttpRequest& request) const {
  const auto host = request.header("host");
  if (!host || holds(rules_.hosts, "*")) return true;
  const std::string name = name_of_host(*host);
  return name == "localhost" || !peer_address(name).text.empty() || holds(rules_.hosts, name);
}

bool Access::has_token(const HttpRequest& request) const {
  if (rules_.token.empty()) return true;
  const std::string given = request.header("authorization").value_or("");
  constexpr std::string_view kScheme = "bearer ";
  return lower(given.substr(0, kScheme.size())) == kScheme && are_equal(given.substr(kScheme.size()), rules_.token);
}

std::optional<Problem> Access::refusal(const HttpRequest& request, const std::string& client) {
  if (request.path == "/healthz" || request.path == "/readyz") return std::nullopt;
  if (!answers_for(request)) {
    return Problem{421, "This server is not asked by that name: its operator can add it to server.hosts.", "", "", 0};
  }
  const PeerAddress address = peer_address(client);
  if (!address.is_loopback) {
    if (const int wait = limit_.take(address.owner)) {
      return Problem{429, "Too many requests from your address.", "", std::to_string(rules_.requests_a_minute), wait};
    }
  }
  if (!has_token(request)) return Problem{401, "This server asks for a token: Authorization: Bearer …", "", "", 0};
  return std::nullopt;
}

std::optional<std::string> Access::known_origin(const HttpRequest& request) const {
  auto origin = request.header("origin");
  return origin && holds(rules_.cors_origins, *origin) ? origin : std::nullopt;
}

std::optional<HttpResponse> Access::preflight(const HttpRequest& request) const {
  if (request.method != "OPTIONS" || !request.header("access-control-request-method")) return std::nullopt;
  if (!known_origin(request)) return std::nullopt;
  HttpResponse response;
  response.status = 204;
  response.set_header("Access-Control-Allow-Methods", "GET, HEAD");
  response.set_header("Access-Control-Allow-Headers", "Authorization, If-None-Match");
  response.set_header("Access-Control-Max-Age", "600");
  return response;
}

void Access::add_headers(const HttpRequest& request, HttpResponse& response) const {
  if (response.status == 401) response.set_header("WWW-Authenticate", "Bearer realm=\"Backfile\"");
  if (rules_.cors_origins.empty()) return;
  response.set_header("Vary", "Origin");
  const auto origin = known_origin(request);
  if (!origin) return;
  response.set_header("Access-Control-Allow-Origin", *origin);
  response.set_header("Access-Control-Expose-Headers", "ETag, Retry-After, X-Request-Id");
}

}  // namespace backfile
