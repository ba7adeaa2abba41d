#include "server/http/access_rules.h"

#include <doctest/doctest.h>

#include <ostream>

#include "tests/server/http/site_fixture.h"

using namespace backfile;

namespace {

HttpRequest from(const std::string& address, HttpHeaders headers = {}, const std::string& path = "/api/v1/search") {
  HttpRequest request = get(path);
  request.remote_address = address;
  request.headers = std::move(headers);
  return request;
}

int refused(Access& access, const HttpRequest& request) {
  const auto problem = access.refusal(request, access.client_of(request));
  return problem ? problem->status : 0;
}

}  // namespace

TEST_CASE("a server answers for its own names, for numbers and for localhost, and for no other name") {
  Access access({.hosts = {"search.example"}});
  struct Case {
    const char* host;
    int status;
  };
  for (const Case& c : {Case{"search.example", 0}, Case{"Search.Example:8080", 0}, Case{"localhost:8080", 0},
                        Case{"127.0.0.1:8080", 0}, Case{"[::1]:8080", 0}, Case{"192.0.2.7", 0},
                        Case{"evil.example", 421}, Case{"search.example.evil.example", 421}, Case{"", 421},
                        Case{"127.0.0.1.evil.example", 421}, Case{"[evil", 421}}) {
    CAPTURE(c.host);
    CHECK(refused(access, from("192.0.2.1", {{"host", c.host}})) == c.status);
  }
  CHECK(refused(access, from("192.0.2.1", {{"host", "evil.example"}}, "/healthz")) == 0);
  CHECK(refused(access, from("192.0.2.1")) == 0);  // HTTP/1.0
  Access any({.hosts = {"*"}});
  CHECK(refused(any, from("192.0.2.1", {{"host", "evil.example"}})) == 0);
}

TEST_CASE("where a token is asked for, only who has it is answered, and health is always told") {
  Access access({.hosts = {"*"}, .token = "correct horse"});
  for (const auto& [given, status] : {std::pair{"", 401},
                                      {"Bearer correct horse", 0},
                                      {"bearer correct horse", 0},
                                      {"Bearer correct hors", 401},
                                      {"Bearer correct horsf", 401},
                                      {"Basic correct horse", 401},
                                      {"correct horse", 401},
                                      {"Bearer ", 401}}) {
    CAPTURE(given);
    CHECK(refused(access, from("192.0.2.1", {{"authorization", given}})) == status);
  }
  CHECK(refused(access, from("192.0.2.1", {}, "/metrics")) == 401);
  CHECK(refused(access, from("192.0.2.1", {}, "/readyz")) == 0);
}

TEST_CASE("an address that asks too often waits, an IPv6 network is one, and this machine does not wait") {
  Access access({.hosts = {"*"}, .requests_a_minute = 2});
  for (const int status : {0, 0, 429}) {
    CHECK(refused(access, from("192.0.2.1")) == status);
    CHECK(refused(access, from("127.0.0.1")) == 0);
  }
  CHECK(refused(access, from("192.0.2.2")) == 0);
  CHECK(refused(access, from("192.0.2.1", {}, "/healthz")) == 0);
  CHECK(refused(access, from("2001:db8::1")) == 0);
  CHECK(refused(access, from("2001:db8::2")) == 0);
  CHECK(refused(access, from("2001:db8::3")) == 429);
}

TEST_CASE("of what a proxy says of its client only what it saw itself is believed, and of others nothing") {
  const Access access({.hosts = {"*"}, .proxies = {"10.0.0.1", "10.0.0.2"}});
  struct Case {
    const char* peer;
    const char* forwarded;
    const char* client;
  };
  for (const Case& c :
       {Case{"10.0.0.1", "192.0.2.1", "192.0.2.1"}, Case{"10.0.0.1", "203.0.113.9, 192.0.2.1", "192.0.2.1"},
        Case{"10.0.0.1", " 192.0.2.1 ,10.0.0.2", "192.0.2.1"}, Case{"10.0.0.1", "10.0.0.2", "10.0.0.2"},
        Case{"10.0.0.1", "unknown", "10.0.0.1"}, Case{"10.0.0.1", "", "10.0.0.1"}, Case{"10.0.0.1", ",", "10.0.0.1"},
        Case{"192.0.2.5", "192.0.2.1", "192.0.2.5"}, Case{"10.0.0.1", "2001:db8::1", "2001:db8::1"}}) {
    CAPTURE(c.forwarded);
    CHECK(access.client_of(from(c.peer, {{"x-forwarded-for", c.forwarded}})) == c.client);
  }
}

TEST_CASE("pages of configured origins may read answers, and those of others not") {
  const Access access({.hosts = {"*"}, .cors_origins = {"https://desk.example"}});
  const auto answered = [&](const std::string& origin) {
    HttpResponse response;
    access.add_headers(from("192.0.2.1", {{"origin", origin}}), response);
    return response;
  };
  CHECK(header_of(answered("https://desk.example"), "Access-Control-Allow-Origin") == "https://desk.example");
  CHECK(header_of(answered("https://evil.example"), "Access-Control-Allow-Origin").empty());
  CHECK(header_of(answered("null"), "Access-Control-Allow-Origin").empty());
  CHECK(header_of(answered("https://evil.example"), "Vary") == "Origin");
  HttpRequest asks = from("192.0.2.1", {{"origin", "https://desk.example"}, {"access-control-request-method", "GET"}});
  asks.method = "OPTIONS";
  REQUIRE(access.preflight(asks));
  CHECK(access.preflight(asks)->status == 204);
  CHECK(header_of(*access.preflight(asks), "Access-Control-Allow-Methods") == "GET, HEAD");
  asks.headers[0].second = "https://evil.example";
  CHECK(!access.preflight(asks));

  const Access none({.hosts = {"*"}});
  HttpResponse response;
  none.add_headers(from("192.0.2.1", {{"origin", "https://desk.example"}}), response);
  CHECK(response.headers.empty());
}
