// The search, the article and the pages, asked through the site.
#include <doctest/doctest.h>

#include <ostream>

#include "tests/server/http/site_fixture.h"

using namespace backfile;

namespace {

HttpRequest with_tag(HttpRequest request, const std::string& tag) {
  request.headers.emplace_back("if-none-match", tag);
  return request;
}

}  // namespace

TEST_CASE("a search is asked with its parameters and answered with JSON and a tag") {
  SiteFixture fixture;
  fixture.on_search = [](const SearchRequest&) {
    SearchAnswer answer;
    answer.total = 3;
    return answer;
  };
  const HttpResponse response = fixture.site().answer(get("/api/v1/search", {{"q", "tug"}, {"page", "2"}}));
  CHECK(response.status == 200);
  CHECK(header_of(response, "Content-Type") == "application/json");
  CHECK(header_of(response, "Cache-Control") == "no-cache");
  CHECK(header_of(response, "ETag").starts_with("W/\""));
  const Json json = Json::parse(response.body);
  CHECK(json["query"] == "tug");
  CHECK(json["page"] == 2);
  CHECK(json["total"] == 3);
  CHECK(json["index"]["generation"] == "00000007-20250303T101500Z");
  CHECK(json["took_ms"].get<double>() >= 0);
  REQUIRE(fixture.searches.size() == 1);
  CHECK(fixture.searches[0].query == "tug");
  CHECK(fixture.searches[0].today == Day{2025, 3, 3});
  CHECK(fixture.site().answer(get("/api/v1/search", {{"pretty", "1"}})).body.starts_with("{\n  \"query\""));
}

TEST_CASE("a query is parsed with its own parameters and no others, and the answer is tagged") {
  SiteFixture fixture;
  const Site site = fixture.site();
  const HttpRequest request = get("/api/v1/parse", {{"q", "tug"}, {"op", "or"}});
  const HttpResponse response = site.answer(request);
  CHECK(response.status == 200);
  const Json json = Json::parse(response.body);
  CHECK(json["query"] == "tug");
  CHECK(json["tree"]["articles"] == 7);
  CHECK(json["index"]["articles"] == 120345);
  CHECK(site.answer(with_tag(request, header_of(response, "ETag"))).status == 304);
  CHECK(site.answer(get("/api/v1/parse", {{"q", "tug"}, {"page", "2"}})).status == 400);
}

TEST_CASE("a timeline has a series a query, its buckets with their share of all, and no division by nothing") {
  SiteFixture fixture;
  const Site site = fixture.site();
  const HttpRequest request = get("/api/v1/timeline", {{"q", "tug"}, {"q", "quay"}});
  const HttpResponse response = site.answer(request);
  CHECK(response.status == 200);
  const Json json = Json::parse(response.body);
  CHECK(json["interval"] == "month");
  CHECK(json["unit"] == "articles");
  REQUIRE(json["series"].size() == 2);
  CHECK(json["series"][1]["q"] == "quay");
  CHECK(json["series"][0]["undated"] == 1);
  CHECK(json["series"][0]["buckets"][0] ==
        Json{{"start", "2025-03-01"}, {"end", "2025-03-31"}, {"count", 2}, {"all", 8}, {"share", 0.25}});
  CHECK(json["series"][0]["buckets"][1]["share"] == 0.0);
  CHECK(site.answer(with_tag(request, header_of(response, "ETag"))).status == 304);
}

TEST_CASE("typical terms say how to search for them") {
  SiteFixture fixture;
  const Json json = Json::parse(fixture.site().answer(get("/api/v1/terms", {{"q", "tug"}})).body);
  CHECK(json["against"] == "archive");
  CHECK(json["terms"][0] == Json{{"term", "Bayan Obo"},
                                 {"query", "\"Bayan Obo\""},
                                 {"kind", "phrase"},
                                 {"count", 2},
                                 {"all", 3},
                                 {"score", 9.5}});
  CHECK(json["terms"][1]["query"] == "=quota");
}

TEST_CASE("a random order without a seed is not kept by clients, and its cursor carries the seed") {
  SiteFixture fixture;
  fixture.on_search = [](const SearchRequest&) {
    SearchAnswer answer;
    answer.total = answer.stories = 30;
    return answer;
  };
  const Site site = fixture.site();
  const HttpResponse first = site.answer(get("/api/v1/search", {{"sort", "random"}}));
  CHECK(header_of(first, "Cache-Control") == "no-store");
  CHECK(header_of(first, "ETag").empty());
  const std::string cursor = Json::parse(first.body)["cursor"];
  const HttpResponse second = site.answer(get("/api/v1/search", {{"sort", "random"}, {"cursor", cursor}}));
  CHECK(second.status == 200);
  REQUIRE(fixture.searches.size() == 2);
  CHECK(fixture.searches[1].seed == fixture.searches[0].seed);
  CHECK(fixture.searches[1].page == 2);
  CHECK(Json::parse(second.body)["page"] == 2);
  CHECK(site.answer(get("/api/v1/search", {{"sort", "newest"}, {"cursor", cursor}})).status == 400);
}

TEST_CASE("the copies of an article are hits like others, and an unknown article has none") {
  SiteFixture fixture;
  const Site site = fixture.site();
  const std::string path = std::string("/api/v1/articles/") + kKnownId + "/copies";
  const HttpResponse response = site.answer(get(path));
  CHECK(response.status == 200);
  const Json json = Json::parse(response.body);
  CHECK(json["id"] == kKnownId);
  CHECK(json["first"] == kKnownId);
  CHECK(json["total"] == 1);
  CHECK(json["hits"][0]["headline"] == "Rare earth exports");
  CHECK(json["hits"][0]["links"]["self"] == "/api/v1/articles/aaaaaaaaaaaaaaaa");
  CHECK(site.answer(with_tag(get(path), header_of(response, "ETag"))).status == 304);
  CHECK(site.answer(get("/api/v1/articles/bbbbbbbbbbbbbbbb/copies")).status == 404);
  CHECK(site.answer(get("/api/v1/articles/x/copies")).status == 404);
  CHECK(site.answer(get(path, {{"q", "tug"}})).status == 400);
}

TEST_CASE("related articles are hits like others, as many as were asked for, and an unknown article has none") {
  SiteFixture fixture;
  const Site site = fixture.site();
  const std::string path = std::string("/api/v1/articles/") + kKnownId + "/related";
  const HttpResponse response = site.answer(get(path));
  CHECK(response.status == 200);
  const Json json = Json::parse(response.body);
  CHECK(json["id"] == kKnownId);
  CHECK(json["total"] == 3);
  CHECK(json["partial"] == false);
  CHECK(json["hits"].size() == 3);
  CHECK(json["hits"][0]["fragments"].empty());
  CHECK(json["index"]["articles"] == 120345);
  const Json one = Json::parse(site.answer(get(path, {{"page_size", "1"}, {"pretty", "1"}})).body);
  CHECK(one["hits"].size() == 1);
  CHECK(one["total"] == 3);
  CHECK(site.answer(with_tag(get(path), header_of(response, "ETag"))).status == 304);
  CHECK(site.answer(get("/api/v1/articles/bbbbbbbbbbbbbbbb/related")).status == 404);
  CHECK(site.answer(get("/api/v1/articles/x/related")).status == 404);
  for (const char* size : {"0", "51", "ten", ""}) {
    CAPTURE(size);
    const HttpResponse refused = site.answer(get(path, {{"page_size", size}}));
    CHECK(refused.status == 400);
    CHECK(Json::parse(refused.body)["param"] == "page_size");
  }
  CHECK(site.answer(get(path, {{"page_size", "5"}, {"page_size", "6"}})).status == 400);
  const HttpResponse unknown = site.answer(get(path, {{"q", "tug"}}));
  CHECK(Json::parse(unknown.body)["detail"] == "There is no parameter 'q' here. There are: page_size, pretty.");
}

TEST_CASE("suggestions are an array of what was typed and what it may become, whatever was typed") {
  SiteFixture fixture;
  const Site site = fixture.site();
  const HttpResponse response = site.answer(get("/api/v1/suggest", {{"q", "rar"}}));
  CHECK(response.status == 200);
  CHECK(header_of(response, "Content-Type") == "application/x-suggestions+json");
  CHECK(response.body == "[\"rar\",[\"rare\",\"rare earth\"]]\n");
  CHECK(site.answer(with_tag(get("/api/v1/suggest", {{"q", "rar"}}), header_of(response, "ETag"))).status == 304);
  CHECK(site.answer(get("/api/v1/suggest", {{"q", "rar"}, {"size", "1"}})).body == "[\"rar\",[\"rare\"]]\n");
  CHECK(Json::parse(site.answer(get("/api/v1/suggest")).body)[0] == "");
  for (const char* size : {"0", "21", "-1", "x"}) {
    CAPTURE(size);
    CHECK(Json::parse(site.answer(get("/api/v1/suggest", {{"q", "a"}, {"size", size}})).body)["param"] == "size");
  }
  CHECK(Json::parse(site.answer(get("/api/v1/suggest", {{"q", "a"}, {"q", "b"}})).body)["param"] == "q");
  CHECK(Json::parse(site.answer(get("/api/v1/suggest", {{"q", "\xff"}})).body)["param"] == "q");
  CHECK(Json::parse(site.answer(get("/api/v1/suggest", {{"page", "1"}})).body)["param"] == "page");
}

TEST_CASE("a client that has the answer is told so before anything is searched") {
  SiteFixture fixture;
  const Site site = fixture.site();
  const HttpRequest request = get("/api/v1/search", {{"q", "tug"}});
  const std::string tag = header_of(site.answer(request), "ETag");
  CHECK(fixture.searches.size() == 1);
  const HttpResponse again = site.answer(with_tag(request, tag));
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  CHECK(header_of(again, "ETag") == tag);
  CHECK(fixture.searches.size() == 1);

  fixture.index->generation = "00000008-20250304T101500Z";
  CHECK(site.answer(with_tag(request, tag)).status == 200);
  CHECK(fixture.searches.size() == 2);
}

TEST_CASE("the tag of a search relative to today ends with the day, and of no other") {
  SiteFixture fixture;
  const Site site = fixture.site();
  const HttpRequest relative = get("/api/v1/search", {{"q", "tug last:30d"}});
  const HttpRequest plain = get("/api/v1/search", {{"q", "tug"}});
  const std::string relative_tag = header_of(site.answer(relative), "ETag");
  const std::string plain_tag = header_of(site.answer(plain), "ETag");
  fixture.today = {2025, 3, 4};
  CHECK(site.answer(with_tag(relative, relative_tag)).status == 200);
  CHECK(site.answer(with_tag(plain, plain_tag)).status == 304);
}

TEST_CASE("`fields` leaves of each hit what was asked for, in the answer's order") {
  SiteFixture fixture;
  fixture.on_search = [](const SearchRequest&) {
    SearchAnswer answer;
    answer.hits.resize(2);
    answer.hits[0].article.id = "one";
    answer.hits[0].article.headline = "Tugs";
    return answer;
  };
  const HttpResponse response = fixture.site().answer(get("/api/v1/search", {{"fields", "headline,id"}}));
  CHECK(response.body.find(R"("hits":[{"id":"one","headline":"Tugs"},{"id":"","headline":null}])") !=
        std::string::npos);
  CHECK(fixture.site().answer(get("/api/v1/search", {{"fields", "body"}})).status == 400);
}

TEST_CASE("an article has runs only where a query is given") {
  SiteFixture fixture;
  const Site site = fixture.site();
  const Json plain = Json::parse(site.answer(get("/api/v1/articles/" + kKnownId)).body);
  CHECK(plain["headline"] == "Rare earth exports");
  CHECK(plain["url"] == nullptr);
  CHECK(!plain.contains("body_runs"));
  CHECK(plain["index"]["articles"] == 120345);
  const Json marked = Json::parse(site.answer(get("/api/v1/articles/" + kKnownId, {{"q", "rare earth"}})).body);
  CHECK(marked["body_runs"] == Json::parse(R"([[["Rare earth",true],[" exports fell.",false]]])"));
  CHECK(marked.contains("headline_runs"));
  CHECK(marked.contains("summary_runs"));
  CHECK(marked.contains("boilerplate_runs"));
}

TEST_CASE("an article that the client has is not read again") {
  SiteFixture fixture;
  const Site site = fixture.site();
  const HttpRequest request = get("/api/v1/articles/" + kKnownId, {{"q", "tug"}});
  const std::string tag = header_of(site.answer(request), "ETag");
  CHECK(fixture.articles_asked == 1);
  CHECK(site.answer(with_tag(request, tag)).status == 304);
  CHECK(fixture.articles_asked == 1);
  CHECK(site.answer(with_tag(get("/api/v1/articles/" + kKnownId, {{"q", "dock"}}), tag)).status == 200);
}

TEST_CASE("an unknown article is a problem, and an impossible id is not even looked for") {
  SiteFixture fixture;
  const Site site = fixture.site();
  const HttpResponse response = site.answer(get("/api/v1/articles/" + kUnknownId));
  CHECK(response.status == 404);
  CHECK(Json::parse(response.body)["detail"] == "There is no article with this id.");
  CHECK(fixture.articles_asked == 1);
  CHECK(site.answer(get("/api/v1/articles/..")).status == 404);
  CHECK(site.answer(get("/article/..")).status == 404);
  CHECK(fixture.articles_asked == 1);
  CHECK(site.answer(get("/api/v1/articles/" + kKnownId, {{"page", "1"}})).status == 400);
}

TEST_CASE("a page or file that the client has is not sent again") {
  SiteFixture fixture;
  const Site site = fixture.site();
  for (const std::string& path : {std::string("/"), std::string("/css/theme.css"), "/article/" + kKnownId}) {
    CAPTURE(path);
    const HttpResponse first = site.answer(get(path, {{"q", "tug"}}));
    CHECK(first.status == 200);
    CHECK(header_of(first, "Cache-Control") == "no-cache");
    CHECK(site.answer(with_tag(get(path), header_of(first, "ETag"))).status == 304);
  }
  const HttpResponse unknown = site.answer(with_tag(get("/article/" + kUnknownId), "W/\"article\""));
  CHECK(unknown.status == 404);
  CHECK(unknown.body == "<title>article</title>");
}
