#include "server/http/router.h"

#include <doctest/doctest.h>

#include <ostream>

#include "tests/server/http/site_fixture.h"

using namespace backfile;

TEST_CASE("each address has the resource that the contract gives it, and any other is a 404") {
  struct Case {
    std::string path;
    int status;
    std::string begins;  // of the body
  };
  const std::string problem = "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,";
  const std::vector<Case> cases{
      {"/", 200, "<title>home"},
      {"/article/" + kKnownId, 200, "<title>article"},
      {"/article/" + kUnknownId, 404, "<title>article"},
      {"/article/no-such-id", 404, "<title>article"},
      {"/article/%61bcdefghijklmnop", 200, "<title>article"},
      {"/css/theme.css", 200, "body {}"},
      {"/css/them%65.css", 200, "body {}"},
      {"/api/v1/search", 200, "{\"query\":"},
      {"/api/v1/articles/" + kKnownId, 200, "{\"id\":"},
      {"/api/v1/articles/" + kUnknownId, 404, problem},
      {"/api/v1/articles/x", 404, problem},
      {"/api/v1/status", 200, "{\"articles\":120345"},
      {"/healthz", 200, "ok"},
      {"/readyz", 200, "ok"},
      // not there
      {"", 404, problem},
      {"//", 404, problem},
      {"/index.html", 404, problem},
      {"/article.html", 404, problem},
      {"/article", 404, problem},
      {"/article/", 404, problem},
      {"/article/" + kKnownId + "/", 404, problem},
      {"/article/" + kKnownId + "/x", 404, problem},
      {"/Article/" + kKnownId, 404, problem},
      {"/css", 404, problem},
      {"/css/", 404, problem},
      {"/css/theme.css/", 404, problem},
      {"/css/theme.css%00", 404, problem},
      {"/css%2Ftheme.css", 404, problem},
      {"/css%2ftheme.css", 404, problem},
      {"/css%252ftheme.css", 404, problem},
      {"/css//theme.css", 404, problem},
      {"/css/./theme.css", 404, problem},
      {"/css/../css/theme.css", 404, problem},
      {"/%2e%2e/etc/passwd", 404, problem},
      {"/../etc/passwd", 404, problem},
      {"/..%2f..%2fetc%2fpasswd", 404, problem},
      {"/..\\etc", 404, problem},
      {"/%", 404, problem},
      {"/%zz", 404, problem},
      {"/api", 404, problem},
      {"/api/v1", 404, problem},
      {"/api/v1/", 404, problem},
      {"/api/v2/search", 404, problem},
      {"/api/v1/search/", 404, problem},
      {"/api/v1/Search", 404, problem},
      {"/api/v1/articles", 404, problem},
      {"/api/v1/articles/", 404, problem},
      {"/api/v1/articles/" + kKnownId + "/nothing", 404, problem},
      {"/api/v1/articles/../search", 404, problem},
      {"/api/v1/articles/a%2Fb", 404, problem},
      {"/healthz/", 404, problem},
      {"/healthz%20", 404, problem},
      {"/HEALTHZ", 404, problem},
      {"*", 404, problem},
      {"/caf\xe9", 404, problem},
  };
  CHECK(cases.size() >= 40);
  SiteFixture fixture;
  const Site site = fixture.site();
  for (const Case& c : cases) {
    CAPTURE(c.path);
    const HttpResponse response = site.answer(get(c.path));
    CHECK(response.status == c.status);
    CHECK(response.body.starts_with(c.begins));
  }
}

TEST_CASE("only reading is allowed, and a refusal says what is") {
  SiteFixture fixture;
  const Site site = fixture.site();
  for (const char* path : {"/", "/api/v1/search", "/nowhere"}) {
    for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "get", "PROPFIND", ""}) {
      CAPTURE(method);
      HttpRequest request = get(path);
      request.method = method;
      const HttpResponse response = site.answer(request);
      CHECK(response.status == 405);
      CHECK(header_of(response, "Allow") == "GET, HEAD, OPTIONS");
      CHECK(header_of(response, "Content-Type") == "application/problem+json");
    }
  }
  CHECK(fixture.searches.empty());
}

TEST_CASE("OPTIONS says what is allowed without asking the resource") {
  SiteFixture fixture;
  const Site site = fixture.site();
  for (const char* path : {"/", "/api/v1/search", "*"}) {
    CAPTURE(path);
    HttpRequest request = get(path);
    request.method = "OPTIONS";
    const HttpResponse response = site.answer(request);
    CHECK(response.status == 204);
    CHECK(response.body.empty());
    CHECK(header_of(response, "Allow") == "GET, HEAD, OPTIONS");
  }
  HttpRequest elsewhere = get("/nowhere");
  elsewhere.method = "OPTIONS";
  CHECK(site.answer(elsewhere).status == 404);
  CHECK(fixture.searches.empty());
}

TEST_CASE("HEAD is answered as GET is") {
  SiteFixture fixture;
  const Site site = fixture.site();
  HttpRequest request = get("/css/theme.css");
  request.method = "HEAD";
  const HttpResponse head = site.answer(request);
  CHECK(head.status == 200);
  CHECK(head.body == "body {}");
}

TEST_CASE("a pattern may have something behind its id") {
  Router router;
  router.add("/a/{id}/b", [](const HttpRequest&, const std::string& id) {
    HttpResponse response;
    response.body = id;
    return response;
  });
  CHECK(router.answer(get("/a/x/b")).body == "x");
  CHECK(router.answer(get("/a/%20/b")).body == " ");
  for (const char* path : {"/a/b", "/a//b", "/a/x/y/b", "/a/x", "/a/x/c"}) {
    CAPTURE(path);
    CHECK(router.answer(get(path)).status == 404);
  }
}
