#include "server/http/log.h"

#include <doctest/doctest.h>

#include <ostream>
#include <sstream>
#include <tuple>

using namespace backfile;

namespace {

Json line_of_request(LogOptions options) {
  std::ostringstream lines;
  Log log(lines, options);
  HttpRequest request;
  request.id = "r-1";
  request.method = "GET";
  request.path = "/api/v1/search";
  request.parameters = {{"q", "secret words"}, {"topic", "secret topic"}};
  request.headers = {{"user-agent", "secret agent"}};
  request.remote_address = "192.0.2.1";
  HttpResponse response;
  response.body = "1234";
  log.request(request, response, 1.23456);
  const std::string text = lines.str();
  CHECK(text.ends_with("}\n"));
  return Json::parse(text);
}

}  // namespace

TEST_CASE("a request is one line of JSON that says nothing of who asked what") {
  const Json line = line_of_request({});
  CHECK(line["level"] == "info");
  CHECK(line["message"] == "request");
  CHECK(line["request"] == "r-1");
  CHECK(line["method"] == "GET");
  CHECK(line["path"] == "/api/v1/search");
  CHECK(line["status"] == 200);
  CHECK(line["ms"] == 1.235);
  CHECK(line["bytes"] == 4);
  CHECK(line["time"].get<std::string>().size() == 24);
  const std::string text = line.dump();
  CHECK(text.find("secret") == std::string::npos);
  CHECK(text.find("192.0.2.1") == std::string::npos);
}

TEST_CASE("queries and addresses are logged where that was asked for") {
  const Json queries = line_of_request({true, false});
  CHECK(queries["query"] == "secret words");
  CHECK(!queries.contains("address"));
  const Json addresses = line_of_request({false, true});
  CHECK(addresses["address"] == "192.0.2.1");
  CHECK(!addresses.contains("query"));
}

TEST_CASE("a slow request is told of once more, as a warning") {
  for (const auto& [slow, milliseconds, warned] :
       {std::tuple{10.0, 9.9, false}, std::tuple{10.0, 10.0, true}, std::tuple{0.0, 1e6, false}}) {
    CAPTURE(milliseconds);
    std::ostringstream lines;
    Log log(lines, {.slow_milliseconds = slow});
    HttpRequest request;
    request.parameters = {{"q", "secret words"}};
    log.request(request, {}, milliseconds);
    CHECK((lines.str().find("\"level\":\"warning\",\"message\":\"a slow request\"") != std::string::npos) == warned);
    CHECK(lines.str().find("secret") == std::string::npos);
  }
}

TEST_CASE("nothing that a client sends can begin a line of its own, or break one") {
  std::ostringstream lines;
  Log log(lines, {});
  HttpRequest request;
  request.path = "/a\n{\"level\":\"error\"}\xff" + std::string(100'000, 'x');
  log.request(request, {}, 0);
  log.error("a {} in a message is no format", {{"cause", "%d \r\n {}"}});
  std::istringstream in(lines.str());
  std::size_t count = 0;
  for (std::string line; std::getline(in, line); ++count) {
    CHECK(Json::parse(line).is_object());
    CHECK(line.size() < 1000);
  }
  CHECK(count == 2);
}
