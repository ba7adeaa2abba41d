#include "server/http/site.h"

#include <doctest/doctest.h>

#include <ostream>
#include <stdexcept>

#include "tests/server/http/site_fixture.h"

using namespace backfile;

namespace {

// The fixture's answer to a search that throws.
template <typename Error>
HttpResponse answer_to_throwing(SiteFixture& fixture, Error error) {
  fixture.on_search = [error](const SearchRequest&) -> SearchAnswer { throw error; };
  return fixture.site().answer(get("/api/v1/search", {{"q", "secret words"}}));
}

}  // namespace

TEST_CASE("a request that cannot be answered as it stands is a problem that names the parameter") {
  SiteFixture fixture;
  const HttpResponse response = answer_to_throwing(fixture, InvalidRequest("q", "Too many words.", "64"));
  CHECK(response.status == 400);
  CHECK(header_of(response, "Content-Type") == "application/problem+json");
  CHECK(response.body == R"({"type":"about:blank","title":"Bad Request","status":400,"detail":"Too many words.",)"
                         R"("param":"q","limit":"64","instance":"/api/v1/search"})"
                         "\n");
  CHECK(header_of(response, "ETag").empty());
  CHECK(header_of(response, "Cache-Control") == "no-store");
}

TEST_CASE("a fault inside is opaque to the client and told to the log") {
  SiteFixture fixture;
  const std::string opaque =
      R"({"type":"about:blank","title":"Internal Server Error","status":500,"detail":"Something went wrong here. )"
      R"(The server's log says more, under the request's number.","instance":"/api/v1/search"})"
      "\n";
  CHECK(answer_to_throwing(fixture, std::runtime_error("cannot open /srv/index/x")).body == opaque);
  CHECK(fixture.log_lines.str().find("cannot open /srv/index/x") != std::string::npos);
  const HttpResponse foreign = answer_to_throwing(fixture, 42);
  CHECK(foreign.status == 500);
  CHECK(foreign.body == opaque);
  CHECK(header_of(foreign, "X-Request-Id") == "test-1");
}

TEST_CASE("without an index, or with one that cannot be read, the answer is to come back later") {
  SiteFixture fixture;
  const HttpResponse damaged = answer_to_throwing(fixture, IndexError("/srv/index/segments/s1 is damaged"));
  CHECK(damaged.status == 503);
  CHECK(damaged.body.find("/srv") == std::string::npos);
  CHECK(fixture.log_lines.str().find("/srv/index/segments/s1 is damaged") != std::string::npos);

  fixture.index.reset();
  const Site site = fixture.site();
  for (const std::string& path :
       {std::string("/api/v1/search"), "/api/v1/articles/" + kKnownId, std::string("/readyz")}) {
    CAPTURE(path);
    const HttpResponse response = site.answer(get(path));
    CHECK(response.status == 503);
    CHECK(header_of(response, "Retry-After") == "5");
    CHECK(response.body.find("There is no index yet.") != std::string::npos);
  }
  CHECK(site.answer(get("/")).status == 200);
  CHECK(site.answer(get("/healthz")).body == "ok");
  CHECK(site.answer(get("/article/" + kKnownId)).status == 503);
  CHECK(site.answer(get("/article/" + kKnownId)).body == "<title>article</title>");
  CHECK(site.answer(get("/api/v1/status")).status == 200);
}

TEST_CASE("what the listener could not take is a problem with the status it gave") {
  SiteFixture fixture;
  const Site site = fixture.site();
  for (const int status : {400, 408, 414, 431, 503, 505}) {
    CAPTURE(status);
    HttpRequest request;
    request.refused = status;
    const HttpResponse response = site.answer(request);
    CHECK(response.status == status);
    const Json problem = Json::parse(response.body);
    CHECK(problem["status"] == status);
    CHECK(problem["title"] != "Internal Server Error");
    CHECK(!problem.contains("instance"));
    CHECK(header_of(response, "Retry-After") == (status == 503 ? "1" : ""));
  }
}

TEST_CASE("a server that drains is not ready and sends new clients away, but finishes with the old") {
  SiteFixture fixture;
  fixture.state.draining = true;
  const Site site = fixture.site();
  CHECK(site.answer(get("/readyz")).status == 503);
  CHECK(site.answer(get("/api/v1/search")).status == 200);
  HttpRequest late = get("/api/v1/search");
  late.while_stopping = true;
  CHECK(site.answer(late).status == 503);
  CHECK(header_of(site.answer(late), "Retry-After") == "1");
  late.path = "/healthz";
  CHECK(site.answer(late).status == 200);
}

TEST_CASE("every answer carries the security headers, once, and its number") {
  SiteFixture fixture;
  const Site site = fixture.site();
  for (const char* path : {"/", "/css/theme.css", "/api/v1/search", "/nowhere", "/healthz", "/api/v1/status"}) {
    CAPTURE(path);
    const HttpResponse response = site.answer(get(path));
    const std::string policy = header_of(response, "Content-Security-Policy");
    for (const char* part : {"default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
                             "object-src 'none'"}) {
      CHECK(policy.find(part) != std::string::npos);
    }
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(header_of(response, "X-Content-Type-Options") == "nosniff");
    CHECK(header_of(response, "Referrer-Policy") == "no-referrer");
    CHECK(header_of(response, "Cross-Origin-Resource-Policy") == "same-origin");
    CHECK(header_of(response, "X-Request-Id") == "test-1");
    CHECK(!header_of(response, "Cache-Control").empty());
    std::vector<std::string> names;
    for (const auto& [name, value] : response.headers) names.push_back(name);
    std::ranges::sort(names);
    CHECK(std::ranges::adjacent_find(names) == names.end());
  }
}

TEST_CASE("the status says what is served, and what was refused") {
  SiteFixture fixture;
  const Site site = fixture.site();
  Json status = Json::parse(site.answer(get("/api/v1/status")).body);
  CHECK(status["articles"] == 120345);
  CHECK(status["generation"] == "00000007-20250303T101500Z");
  CHECK(status["built_at"] == "2025-03-03T10:15:00Z");
  CHECK(status["software"] == BACKFILE_VERSION);
  CHECK(status["schema"] == kSchemaVersion);
  CHECK(status["started_at"] == fixture.state.started_at);
  CHECK(status["refused"] == Json::array());
  CHECK(status["last_run"] ==
        Json::parse(R"({"indexed": 3, "updated": 2, "unchanged": 120340, "deleted": 1, "rejected": 4, "rejections": [)"
                    R"({"reason": "empty", "sentence": "There is nothing.", "count": 4, "files": ["wire/a.json"]}]})"));
  CHECK(site.answer(get("/api/v1/status", {{"pretty", "1"}})).body.starts_with("{\n  \"articles\": 120345,\n"));
  CHECK(site.answer(get("/api/v1/status", {{"x", "1"}})).status == 400);

  fixture.refused = {{"00000008-20250304T101500Z", "It cannot be read."}};
  status = Json::parse(site.answer(get("/api/v1/status")).body);
  CHECK(status["refused"] ==
        Json::array({Json{{"generation", "00000008-20250304T101500Z"}, {"reason", "It cannot be read."}}}));

  fixture.index.reset();
  fixture.refused = {{"", "It cannot be read."}};
  status = Json::parse(site.answer(get("/api/v1/status")).body);
  CHECK(status["articles"] == 0);
  CHECK(status["generation"] == nullptr);
  CHECK(status["built_at"] == nullptr);
  CHECK(status["refused"][0]["generation"] == nullptr);
  CHECK(status["last_run"] == nullptr);
}
