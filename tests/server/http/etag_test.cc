#include "server/http/etag.h"

#include <doctest/doctest.h>

#include <ostream>

using namespace backfile;

namespace {

bool has(const std::string& if_none_match, const std::string& tag) {
  HttpRequest request;
  request.headers = {{"if-none-match", if_none_match}};
  return client_has(request, tag);
}

}  // namespace

TEST_CASE("the tag of a request is the same in any order of parameters and different in all else") {
  const std::string tag = request_etag("g1", "/api/v1/search", {{"q", "tug"}, {"page", "2"}}, std::nullopt);
  CHECK(tag.starts_with("W/\""));
  CHECK(tag.ends_with("\""));
  CHECK(request_etag("g1", "/api/v1/search", {{"page", "2"}, {"q", "tug"}}, std::nullopt) == tag);
  CHECK(request_etag("g2", "/api/v1/search", {{"q", "tug"}, {"page", "2"}}, std::nullopt) != tag);
  CHECK(request_etag("g1", "/api/v1/other", {{"q", "tug"}, {"page", "2"}}, std::nullopt) != tag);
  CHECK(request_etag("g1", "/api/v1/search", {{"q", "tug"}, {"page", "3"}}, std::nullopt) != tag);
  CHECK(request_etag("g1", "/api/v1/search", {{"q", "tug"}}, std::nullopt) != tag);
  CHECK(request_etag("g1", "/api/v1/search", {{"q", "tugpage2"}}, std::nullopt) != tag);
  const std::string dated = request_etag("g1", "/api/v1/search", {{"q", "tug"}, {"page", "2"}}, Day{2025, 3, 3});
  CHECK(dated != tag);
  CHECK(request_etag("g1", "/api/v1/search", {{"q", "tug"}, {"page", "2"}}, Day{2025, 3, 4}) != dated);
}

TEST_CASE("a client has an answer when its list holds the tag, weak or strong") {
  const std::string tag = "W/\"0123456789abcdef\"";
  for (const char* list : {"W/\"0123456789abcdef\"", "\"0123456789abcdef\"", "\"x\", W/\"0123456789abcdef\" ,\"y\"",
                           "\"a,b\",\"0123456789abcdef\""}) {
    CAPTURE(list);
    CHECK(has(list, tag));
  }
  for (const char* list : {"", "*", "0123456789abcdef", "\"0123456789abcde\"", "\"0123456789abcdef", "W/\"x\"", "\""}) {
    CAPTURE(list);
    CHECK(!has(list, tag));
  }
  CHECK(!client_has(HttpRequest{}, tag));
}

TEST_CASE("the tag of a file is that of its bytes") {
  CHECK(content_etag("a") == content_etag("a"));
  CHECK(content_etag("a") != content_etag("b"));
}
