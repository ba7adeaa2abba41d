#include "server/http/target.h"

#include <doctest/doctest.h>

#include <ostream>

using namespace backfile;

TEST_CASE("a target is a path and its parameters in order, repeats included") {
  const auto target =
      parse_target("/api/v1/search?q=rare+earth&topic=a%26b&topic=c&-topic=d&pretty&&x=1=2&caf%C3%A9=%E7%A8%80");
  REQUIRE(target);
  CHECK(target->path == "/api/v1/search");
  const std::vector<Parameter> expected{{"q", "rare earth"}, {"topic", "a&b"}, {"topic", "c"}, {"-topic", "d"},
                                        {"pretty", ""},      {"x", "1=2"},     {"café", "稀"}};
  CHECK(target->parameters == expected);
}

TEST_CASE("a percent sign that begins no escape stands for itself in a parameter") {
  struct Case {
    const char* target;
    const char* value;
  };
  for (const Case& c :
       {Case{"/?q=100%", "100%"}, Case{"/?q=100%+sure", "100% sure"}, Case{"/?q=%zz", "%zz"}, Case{"/?q=%2", "%2"},
        Case{"/?q=t?riff", "t?riff"}, Case{"/?q=a#b", "a#b"}, Case{"/?q=", ""}, Case{"/?q=%2525", "%25"}}) {
    CAPTURE(c.target);
    const auto target = parse_target(c.target);
    REQUIRE(target);
    REQUIRE(target->parameters.size() == 1);
    CHECK(target->parameters[0].value == c.value);
  }
}

TEST_CASE("a target of absolute form means its path") {
  CHECK(parse_target("http://news.example:8080/readyz?a=b")->path == "/readyz");
  CHECK(parse_target("https://news.example")->path == "/");
  CHECK(parse_target("http://news.example?q=x")->parameters.size() == 1);
  CHECK(parse_target("*")->path == "*");
  for (const char* target : {"", "readyz", "ftp://news.example/", "news.example:443", "**", "?q=x"}) {
    CAPTURE(target);
    CHECK(!parse_target(target));
  }
}

TEST_CASE("a path is decoded once, and one with a hidden slash or NUL is none") {
  CHECK(decode_path("/article/a%62c") == "/article/abc");
  CHECK(decode_path("/%2e%2e/x") == "/../x");
  CHECK(decode_path("/%252F") == "/%2F");
  for (const char* path : {"/a%2Fb", "/a%2fb", "/a%00", "/a%", "/a%2", "/a%zz", "/%%"}) {
    CAPTURE(path);
    CHECK(!decode_path(path));
  }
}
