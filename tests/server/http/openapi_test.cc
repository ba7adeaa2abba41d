// The description of the API against the site's table of routes; tests/journey/openapi_test.cc holds it against
// answers.
#include <doctest/doctest.h>

#include <ostream>
#include <set>

#include "index/settings.h"
#include "tests/server/http/site_fixture.h"

using namespace backfile;

TEST_CASE("every address that is served is described, and nothing else; files of the pages apart") {
  SiteFixture fixture;
  const StaticFiles files = compiled_in_files();
  const Site site({fixture.functions(), [] { return std::vector<RefusedGeneration>{}; }, [] { return Day{}; }, files},
                  fixture.state, fixture.log);
  std::set<std::string> served;
  for (const std::string& route : site.routes()) {
    const bool is_part_of_a_page = files.contains(route.substr(1));
    if (!is_part_of_a_page) served.insert(route);
  }
  std::set<std::string> described;
  const Json api = Json::parse(site.answer(get("/openapi.json")).body);
  for (const auto& [path, operations] : api.at("paths").items()) described.insert(path);
  CHECK(described == served);
}

TEST_CASE("the description names the version of the program, and is not sent again to who has it") {
  SiteFixture fixture;
  const Site site = fixture.site();
  const HttpResponse response = site.answer(get("/openapi.json"));
  CHECK(response.status == 200);
  CHECK(header_of(response, "Content-Type") == "application/json");
  const Json api = Json::parse(response.body);
  CHECK(api.at("openapi") == "3.1.0");
  CHECK(api.at("info").at("version") == BACKFILE_VERSION);
  HttpRequest again = get("/openapi.json");
  again.headers.emplace_back("if-none-match", header_of(response, "ETag"));
  CHECK(site.answer(again).status == 304);
}

TEST_CASE("every reference in the description leads somewhere, and every operation has a name of its own") {
  SiteFixture fixture;
  const Json api = Json::parse(fixture.site().answer(get("/openapi.json")).body);
  std::set<std::string> names;
  for (const auto& [path, operations] : api.at("paths").items()) {
    CAPTURE(path);
    CHECK(names.insert(operations.at("get").at("operationId")).second);
  }
  int references = 0;
  const auto check = [&](const auto& self, const Json& node) -> void {
    if (node.is_object() && node.contains("$ref")) {
      const std::string target = node.at("$ref").get<std::string>().substr(1);
      CAPTURE(target);
      CHECK(api.contains(Json::json_pointer(target)));
      ++references;
    }
    for (const Json& inner : node) {
      if (inner.is_structured()) self(self, inner);
    }
  };
  check(check, api);
  CHECK(references > 50);
}
