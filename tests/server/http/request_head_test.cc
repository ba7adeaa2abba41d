#include "server/http/request_head.h"

#include <doctest/doctest.h>

#include <ostream>

using namespace backfile;

namespace {

int refusal(const std::string& head) {
  const auto parsed = parse_request_head(head);
  const int* status = std::get_if<int>(&parsed);
  return status ? *status : 0;
}

RequestHead parsed(const std::string& head) { return std::get<RequestHead>(parse_request_head(head)); }

const std::string kHost = "Host: news.example\r\n";

}  // namespace

TEST_CASE("a head is a request line and its headers, names in lower case and values trimmed") {
  const RequestHead head = parsed("GET /api/v1/search?q=caf\xc3\xa9 HTTP/1.1\r\n" + kHost +
                                  "ACCEPT-Encoding: \t gzip, br \r\nEmpty:\r\n\r\n");
  CHECK(head.method == "GET");
  CHECK(head.target == "/api/v1/search?q=caf\xc3\xa9");
  const HttpHeaders expected{{"host", "news.example"}, {"accept-encoding", "gzip, br"}, {"empty", ""}};
  CHECK(head.headers == expected);
  CHECK(head.keeps_alive);
}

TEST_CASE("a head ends with its empty line and not before") {
  const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  for (std::size_t length = 0; length < head.size(); ++length) {
    CAPTURE(length);
    CHECK(head_end(head.substr(0, length)) == 0);
    CHECK(head_end(head, length) == head.size());
  }
  CHECK(head_end(head + "GET /next") == head.size());
  CHECK(head_end("GET / HTTP/1.1\n\nx") == 16);
}

TEST_CASE("a connection lives on unless someone says otherwise or a body is announced") {
  struct Case {
    const char* version;
    const char* headers;
    bool keeps_alive;
  };
  for (const Case& c :
       {Case{"1.1", "", true}, Case{"1.1", "Connection: keep-alive\r\n", true},
        Case{"1.1", "Connection: close\r\n", false}, Case{"1.1", "connection: foo, Close\r\n", false},
        Case{"1.0", "", false}, Case{"1.1", "Content-Length: 0\r\n", true}, Case{"1.1", "Content-Length: 5\r\n", false},
        Case{"1.1", "Transfer-Encoding: chunked\r\n", false}}) {
    CAPTURE(c.version);
    CAPTURE(c.headers);
    CHECK(parsed("POST / HTTP/" + std::string(c.version) + "\r\n" + kHost + c.headers + "\r\n").keeps_alive ==
          c.keeps_alive);
  }
}

TEST_CASE("what is not exactly a head is refused with the status that says why") {
  struct Case {
    std::string head;
    int status;
  };
  const std::string line = "GET / HTTP/1.1\r\n" + kHost;
  const std::vector<Case> cases{
      {line + "\r\n", 0},
      {"GET / HTTP/1.0\r\n\r\n", 0},
      {"PROPFIND / HTTP/1.1\r\n" + kHost + "\r\n", 0},  // an unknown method is for the router to refuse
      {"GET / HTTP/1.1\r\n\r\n", 400},                  // no Host
      {line + "Host: other\r\n\r\n", 400},
      {"GET /\r\n\r\n", 400},
      {"GET  HTTP/1.1\r\n" + kHost + "\r\n", 400},
      {"GET /a b HTTP/1.1\r\n" + kHost + "\r\n", 400},
      {"GET /\x01 HTTP/1.1\r\n" + kHost + "\r\n", 400},
      {"GE(T / HTTP/1.1\r\n" + kHost + "\r\n", 400},
      {"GET / FTP/1.1\r\n" + kHost + "\r\n", 400},
      {"GET / HTTP/2.0\r\n" + kHost + "\r\n", 505},
      {"GET / HTTP/1.1\n" + kHost + "\r\n", 400},
      {line + "Bare: newline\n\r\n", 400},
      {line + "No colon\r\n\r\n", 400},
      {line + "Space : before\r\n\r\n", 400},
      {line + " folded\r\n\r\n", 400},
      {line + ": nameless\r\n\r\n", 400},
      {line + "A: b\x01\r\n\r\n", 400},
      {line + "Content-Length: 5\r\n\r\n", 413},
      {line + "Content-Length: 00\r\n\r\n", 0},
      {line + "Transfer-Encoding: chunked\r\n\r\n", 400},
      {line + "Content-Length: -1\r\n\r\n", 400},
      {line + "Content-Length: 5, 5\r\n\r\n", 400},
      {line + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n", 400},
      {line + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
      {"GET /" + std::string(kMaxTargetBytes, 'a') + " HTTP/1.1\r\n" + kHost + "\r\n", 414},
      {"GET /" + std::string(kMaxTargetBytes - 1, 'a') + " HTTP/1.1\r\n" + kHost + "\r\n", 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.head.substr(0, 100));
    CHECK(refusal(c.head) == c.status);
  }
}

TEST_CASE("a head of more headers than anyone sends is refused") {
  std::string head = "GET / HTTP/1.1\r\n" + kHost;
  for (std::size_t i = 1; i < kMaxHeaderLines; ++i) head += "A: b\r\n";
  CHECK(refusal(head + "\r\n") == 0);
  CHECK(refusal(head + "A: b\r\n\r\n") == 431);
}
