// Requests as nobody should send them, on real connections: each has its expected answers, exactly one a request, and
// whether the connection goes on afterwards. A probe behind every case shows that nothing was left over of it.
#include <doctest/doctest.h>

#include <ostream>
#include <vector>

#include "tests/server/http/raw_client.h"
#include "tests/server/http/running_listener.h"
#include "tests/server/http/site_fixture.h"

using namespace backfile;

namespace {

struct Case {
  std::string bytes;
  std::vector<int> statuses;  // of the answers, in order
  bool goes_on;
};

const std::string kHost = "Host: a\r\n";
const std::string kGet = "GET /healthz HTTP/1.1\r\n" + kHost;  // a good request, but for its empty line
const std::string kProbe = "GET /opensesame HTTP/1.1\r\n" + kHost + "\r\n";

std::string line(const std::string& request_line) { return request_line + "\r\n" + kHost + "\r\n"; }
std::string with(const std::string& header) { return kGet + header + "\r\n\r\n"; }
std::string post(const std::string& headers) { return "POST /healthz HTTP/1.1\r\n" + kHost + headers + "\r\n\r\n"; }
Case refused(std::string bytes, int status = 400) { return {std::move(bytes), {status}, false}; }
Case taken(std::string bytes, int status = 200) { return {std::move(bytes), {status}, true}; }

std::vector<Case> request_lines() {
  return {
      refused("\r\n\r\nnonsense\r\n\r\n"),
      refused(line("GET")),
      refused(line("GET /healthz")),
      refused(line("GET  /healthz HTTP/1.1")),
      refused(line("GET /healthz  HTTP/1.1")),
      refused(line("GET /healthz HTTP/1.1 ")),
      refused(line(" GET /healthz HTTP/1.1")),
      refused(line("GET\t/healthz\tHTTP/1.1")),
      refused(line("GET /health z HTTP/1.1")),
      refused(line("GET /healthz http/1.1")),
      refused(line("GET /healthz HTTP/1.1.1")),
      refused(line("GET /healthz HTTP/11")),
      refused(line("GET /healthz HTTP/1.2"), 505),
      refused(line("GET /healthz HTTP/2.0"), 505),
      refused(line("GET /healthz HTTP/0.9"), 505),
      refused(line("GET /healthz XTTP/1.1")),
      refused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
      refused("\x16\x03\x01\x02"),  // TLS
      refused("\x05\x01"),          // SOCKS
      refused(std::string(1, '\0')),
      refused("\n"),
      refused("\rGET /healthz HTTP/1.1\r\n\r\n"),
      refused(line(std::string("GET /healthz\0 HTTP/1.1", 22))),
      refused(line(std::string("G\0T /healthz HTTP/1.1", 21))),
      refused(line("GET /\x7f HTTP/1.1")),
      refused(line("GET /health\rz HTTP/1.1")),
      refused(line("G(T /healthz HTTP/1.1")),
      refused(line("GET: /healthz HTTP/1.1")),
      refused("GET /healthz HTTP/1.1\nHost: a\n\n"),
      refused("GET /healthz HTTP/1.1\nHost: a\r\n\r\n"),
      refused("GET /healthz HTTP/1.1\r\nHost: a\n\r\n"),
      refused("GET /healthz HTTP/1.1\r\nHost: a\r\n\n"),
      refused("GET /healthz HTTP/1.1\r\r\nHost: a\r\n\r\n"),
      refused(line("GET /" + std::string(8000, 'a') + " HTTP/1.1"), 414),
      refused("GET /" + std::string(20'000, 'a'), 414),
      taken(line("GET /" + std::string(7000, 'a') + " HTTP/1.1"), 404),
      taken("\r\n\r\n" + line("GET /healthz HTTP/1.1")),
  };
}

std::vector<Case> targets_and_methods() {
  return {
      taken(line("GET http://a/healthz HTTP/1.1")),
      taken(line("GET https://a:8080/healthz HTTP/1.1")),
      taken(line("GET http://a HTTP/1.1")),
      taken(line("GET ftp://a/healthz HTTP/1.1"), 400),
      taken(line("GET healthz HTTP/1.1"), 400),
      taken(line("GET ?q=x HTTP/1.1"), 400),
      taken(line("GET //healthz HTTP/1.1"), 404),
      taken(line("GET /../etc/passwd HTTP/1.1"), 404),
      taken(line("GET /./healthz HTTP/1.1"), 404),
      taken(line("GET /%2e%2e/etc/passwd HTTP/1.1"), 404),
      taken(line("GET /css%2ftheme.css HTTP/1.1"), 404),
      taken(line("GET /css/theme.css%00.png HTTP/1.1"), 404),
      taken(line("GET /healthz%zz HTTP/1.1"), 404),
      taken(line("GET /healthz/ HTTP/1.1"), 404),
      taken(line("GET /css\\theme.css HTTP/1.1"), 404),
      taken(line("GET /%68ealthz HTTP/1.1")),
      taken(line("GET /healthz#part HTTP/1.1"), 404),
      taken(line("GET /\xff\xfe HTTP/1.1"), 404),
      taken(line("GET * HTTP/1.1"), 404),
      taken(line("OPTIONS * HTTP/1.1"), 204),
      taken(line("OPTIONS /healthz HTTP/1.1"), 204),
      taken(line("get /healthz HTTP/1.1"), 405),
      taken(line("TRACE /healthz HTTP/1.1"), 405),
      taken(line("CONNECT a:443 HTTP/1.1"), 400),
      taken(line("DELETE /api/v1/search HTTP/1.1"), 405),
      taken(line("PROPFIND / HTTP/1.1"), 405),
      taken(line(std::string(3000, 'X') + " / HTTP/1.1"), 405),
      taken(line("GET /api/v1/search?q=a&q=b HTTP/1.1"), 400),
      taken(line("GET /api/v1/search?nosuch=1 HTTP/1.1"), 400),
  };
}

std::vector<Case> headers() {
  std::string many = kGet;
  for (int i = 0; i < 100; ++i) many += "A: b\r\n";
  return {
      refused("GET /healthz HTTP/1.1\r\n\r\n"),
      refused(with("Host: b")),
      refused(with("No colon")),
      refused(with("A : b")),
      refused(with(": b")),
      refused(with(" folded: b")),
      refused(with("A: b\r\n folded")),
      refused(with("A: b\r\n\tfolded")),
      refused("GET /healthz HTTP/1.1\r\n Host: a\r\n\r\n"),
      refused(with(std::string("A: b\0c", 6))),
      refused(with(std::string("A\0: b", 5))),
      refused(with("A: b\rc")),
      refused(with("A: \x1b[31m")),
      refused(with("A\xc3\xa4: b")),
      refused(with("A: b\nTransfer-Encoding: chunked")),
      refused(with("A: bc\nD: e")),
      refused(many + "\r\n", 431),
      refused(with("A: " + std::string(20'000, 'a')), 431),
      refused(kGet + "A: " + std::string(20'000, 'a'), 431),
      taken(with("A:")),
      taken(with("A: \xff\xfe")),
      taken(with("A:\t b \t")),
      taken(with("A: " + std::string(12'000, 'a'))),
      taken(with("Range: bytes=0-0,1-1,2-2,0-")),
      taken(with("Expect: 100-continue")),
      taken(with("Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__")),
      taken("GET /healthz HTTP/1.1\r\nHost:\r\n\r\n"),
      {with("Connection: close"), {200}, false},
      {"GET /healthz HTTP/1.0\r\n\r\n", {200}, false},
  };
}

std::vector<Case> bodies() {
  const std::string hidden = "GET /healthz HTTP/1.1\r\n" + kHost + "\r\n";
  const std::string length = "Content-Length: " + std::to_string(hidden.size());
  return {
      refused(with(length) + hidden, 413),
      refused(with("Content-Length: 1") + "x", 413),
      refused(with("Content-Length: 18446744073709551617"), 413),
      refused(with("Content-Length: +0")),
      refused(with("Content-Length: -1")),
      refused(with("Content-Length: 0x10")),
      refused(with("Content-Length: 1 1")),
      refused(with("Content-Length: 0, 0")),
      refused(with("Content-Length:")),
      refused(with("Content-Length: 0\r\nContent-Length: 0")),
      refused(with("Content-Length: 0\r\n" + length) + hidden),
      refused(with("Content-Length : 5") + "hello"),
      refused(with("Transfer-Encoding: chunked") + "0\r\n\r\n" + hidden),
      refused(with("Transfer-Encoding: chunked\r\n" + length) + hidden),
      refused(with(length + "\r\nTransfer-Encoding: chunked") + "0\r\n\r\n" + hidden),
      refused(with("Transfer-Encoding: xchunked\r\nContent-Length: 0")),
      refused(with("Transfer-Encoding: identity")),
      refused(with("Transfer-Encoding : chunked") + "0\r\n\r\n"),
      refused(with("Transfer-Encoding:\x0b"
                   "chunked") +
              "0\r\n\r\n"),
      refused(post("Content-Length: 5\r\nTransfer-Encoding: chunked") + "0\r\n\r\n" + hidden),
      refused(post("Content-Length: 5\r\nContent-Length: 6") + "hello"),
      refused(post(length) + hidden, 405),
      refused(post("Transfer-Encoding: chunked") + "0\r\n\r\n" + hidden, 405),
      refused(post("Transfer-Encoding: chunked") + "ffffffffffffffff\r\n" + hidden, 405),
      taken(with("Content-Length: 0")),
      taken(post("Content-Length: 0"), 405),
      {hidden + hidden + "nonsense\r\n\r\n" + hidden, {200, 200, 400}, false},
      {hidden + with("Connection: close") + hidden, {200, 200}, false},
      {hidden + with(length) + hidden, {200, 413}, false},
  };
}

// HEAD, which the client cannot tell from the answer, is none of the cases.
void check(const std::vector<Case>& cases) {
  SiteFixture fixture;
  const Site site = fixture.site();
  const RunningListener running([&](const HttpRequest& request) { return site.answer(request); });
  for (const Case& c : cases) {
    CAPTURE(c.bytes.substr(0, 200));
    RawClient client(running.port());
    client.send(c.bytes);
    for (const int status : c.statuses) {
      const RawAnswer answer = client.read();
      CHECK(answer.status == status);
      CHECK(answer.head.find("EXCEPTION") == std::string::npos);
    }
    if (c.goes_on) {
      client.send(kProbe);
      const RawAnswer answer = client.read();
      CHECK(answer.status == 404);
      CHECK(answer.body.find("/opensesame") != std::string::npos);
    } else {
      CHECK(client.is_closed());
    }
  }
  MESSAGE(cases.size() << " cases");
}

}  // namespace

TEST_CASE("a malformed request line is refused and ends the connection") { check(request_lines()); }
TEST_CASE("an odd target or method is answered for what it is and the connection goes on") {
  check(targets_and_methods());
}
TEST_CASE("malformed headers are refused and end the connection") { check(headers()); }
TEST_CASE("a body is never read, and what hides in it is never answered") { check(bodies()); }
