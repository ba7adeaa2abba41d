// Feeds and the description for browsers, asked through the site.
#include <doctest/doctest.h>

#include <ostream>

#include "server/http/feed_parameters.h"
#include "tests/server/http/site_fixture.h"

using namespace backfile;

namespace {

HttpRequest asked(const std::string& path, std::vector<Parameter> parameters = {},
                  const std::string& host = "a.example:8080") {
  HttpRequest request = get(path, std::move(parameters));
  if (!host.empty()) request.headers.emplace_back("host", host);
  return request;
}

Hit hit(const std::string& id, const std::string& published) {
  Hit hit;
  hit.article.id = id;
  hit.article.headline = "Headline of " + id;
  if (const auto date = parse_iso_date(published)) hit.article.published = *date;
  return hit;
}

std::vector<std::string> dates(const Json& feed) {
  std::vector<std::string> all;
  for (const Json& item : feed["items"]) all.push_back(item.value("date_published", "none"));
  return all;
}

}  // namespace

TEST_CASE("a feed is a search, newest first, one entry a story, with addresses of the host that was asked") {
  SiteFixture fixture;
  fixture.on_search = [](const SearchRequest&) {
    SearchAnswer answer;
    answer.hits = {hit("one", "2025-03-02T23:30:00-05:00"), hit("two", "2025-03-01"), hit("three", "2025-02"),
                   hit("four", "")};
    answer.hits[0].fragments = {{{{"No ", false}, {"tug", true}, {" moved", false}}, 0}, {{{"again", false}}, 2}};
    return answer;
  };
  const Site site = fixture.site();
  const HttpResponse response =
      site.answer(asked("/feed.json", {{"q", "tug strike"}, {"publication", "Harbour & Co"}, {"page_size", "20"}}));
  CHECK(response.status == 200);
  CHECK(header_of(response, "Content-Type") == "application/feed+json; charset=utf-8");
  CHECK(header_of(response, "Last-Modified") == "Mon, 03 Mar 2025 10:15:00 GMT");
  const SearchRequest& request = fixture.searches.at(0);
  CHECK(request.sort == Sort::newest);
  CHECK(request.collapse_stories);
  CHECK(request.page_size == 20);
  const Json json = Json::parse(response.body);
  CHECK(json["title"] == "Backfile: tug strike; publication: Harbour & Co");
  CHECK(json["feed_url"] ==
        "http://a.example:8080/feed.json?q=tug%20strike&publication=Harbour%20%26%20Co&page_size=20");
  CHECK(json["home_page_url"] == "http://a.example:8080/?q=tug%20strike&publication=Harbour%20%26%20Co");
  CHECK(json["items"][0]["id"] == "urn:backfile:article:one");
  CHECK(json["items"][0]["url"] == "http://a.example:8080/article/one");
  CHECK(json["items"][0]["content_text"] == "No tug moved … again");
  CHECK(dates(json) == std::vector<std::string>{"2025-03-03T04:30:00Z", "2025-03-01T00:00:00Z", "none", "none"});
  const std::string atom = site.answer(asked("/feed.atom", {{"q", "tug"}})).body;
  CHECK(atom.find("<updated>2025-02-01T00:00:00Z</updated>") != std::string::npos);  // of what is known of a month
  CHECK(atom.find("<id>urn:backfile:article:four</id><title>Headline of four</title><link rel=\"alternate\" "
                  "href=\"http://a.example:8080/article/four\"/><updated>2025-03-03T10:15:00Z</updated>") !=
        std::string::npos);
  CHECK(header_of(site.answer(asked("/feed.rss")), "Content-Type") == "application/rss+xml; charset=utf-8");
  CHECK(fixture.searches.back().page_size == 50);
}

TEST_CASE("since leaves what was published after it, or may have been") {
  SiteFixture fixture;
  fixture.on_search = [](const SearchRequest&) {
    SearchAnswer answer;
    answer.hits = {hit("one", "2025-03-03T12:00:01Z"),
                   hit("two", "2025-03-03T12:00:00Z"),
                   hit("three", "2025-03-03"),
                   hit("four", "2025-03-02"),
                   hit("five", "2025-03"),
                   hit("six", "2025-02"),
                   hit("seven", "")};
    return answer;
  };
  const Site site = fixture.site();
  const auto ids = [&](const std::string& since) {
    std::string all;
    const Json feed = Json::parse(site.answer(asked("/feed.json", {{"since", since}})).body);
    for (const Json& item : feed["items"]) {
      all += item["id"].get<std::string>().substr(std::string("urn:backfile:article:").size()) + " ";
    }
    return all;
  };
  CHECK(ids("2025-03-03T12:00:00Z") == "one three five ");
  CHECK(ids("2025-03-03T13:00:00+01:00") == "one three five ");
  CHECK(ids("2025-03-03") == "five ");
  CHECK(ids("2025-03-02") == "one two three five ");
  CHECK(ids("2025-02") == "one two three four five ");
  CHECK(ids("2025").empty());
}

TEST_CASE("a mistake in the parameters of a feed is told, and a feed without a host is none") {
  SiteFixture fixture;
  const Site site = fixture.site();
  for (const Parameter& wrong : {Parameter{"since", "yesterday"}, Parameter{"since", ""}, Parameter{"sort", "oldest"},
                                 Parameter{"page", "2"}, Parameter{"page_size", "101"}, Parameter{"format", "csv"}}) {
    CAPTURE(wrong.name);
    const HttpResponse response = site.answer(asked("/feed.atom", {wrong}));
    CHECK(response.status == 400);
    CHECK(Json::parse(response.body)["param"] == wrong.name);
  }
  CHECK(site.answer(asked("/feed.atom", {}, "")).status == 400);
  CHECK(site.answer(asked("/feed.atom", {}, "a\"><script>")).status == 400);
  CHECK(site.answer(asked("/opensearch.xml", {}, "")).status == 400);
  CHECK(fixture.searches.empty());
}

TEST_CASE("a feed that its client has is not made again, by its tag or by the time of the index") {
  SiteFixture fixture;
  const Site site = fixture.site();
  const HttpRequest plain = asked("/feed.atom", {{"q", "tug"}});
  const HttpResponse first = site.answer(plain);
  const std::string tag = header_of(first, "ETag");
  const auto answered = [&](const std::string& header, const std::string& value, HttpRequest request) {
    request.headers.emplace_back(header, value);
    return site.answer(request).status;
  };
  CHECK(answered("if-none-match", tag, plain) == 304);
  CHECK(answered("if-modified-since", header_of(first, "Last-Modified"), plain) == 304);
  CHECK(answered("if-modified-since", "Tue, 04 Mar 2025 00:00:00 GMT", plain) == 304);
  CHECK(fixture.searches.size() == 1);
  CHECK(answered("if-modified-since", "Mon, 03 Mar 2025 10:14:59 GMT", plain) == 200);
  CHECK(answered("if-modified-since", "yesterday", plain) == 200);
  CHECK(answered("if-none-match", tag, asked("/feed.atom", {{"q", "tug"}}, "b.example")) == 200);
  CHECK(answered("if-none-match", tag, asked("/feed.rss", {{"q", "tug"}})) == 200);
  HttpRequest both = plain;
  both.headers.emplace_back("if-none-match", "W/\"another\"");
  CHECK(answered("if-modified-since", header_of(first, "Last-Modified"), both) == 200);
  const HttpRequest relative = asked("/feed.atom", {{"q", "tug last:30d"}});
  CHECK(header_of(site.answer(relative), "Last-Modified").empty());
  CHECK(answered("if-modified-since", header_of(first, "Last-Modified"), relative) == 200);
}

TEST_CASE("a feed whose search was cut is a problem") {
  SiteFixture fixture;
  fixture.on_search = [](const SearchRequest&) {
    SearchAnswer answer;
    answer.partial = true;
    return answer;
  };
  const HttpResponse response = fixture.site().answer(asked("/feed.rss", {{"q", "a*"}}));
  CHECK(response.status == 503);
  CHECK(header_of(response, "Retry-After") == "60");
}

TEST_CASE("browsers are told where to search and what may be completed") {
  SiteFixture fixture;
  const Site site = fixture.site();
  const HttpRequest request = asked("/opensearch.xml");
  const HttpResponse response = site.answer(request);
  CHECK(header_of(response, "Content-Type") == "application/opensearchdescription+xml; charset=utf-8");
  for (const std::string address :
       {"/?q={searchTerms}", "/api/v1/suggest?q={searchTerms}", "/api/v1/search?q={searchTerms}",
        "/feed.atom?q={searchTerms}", "/opensearch.xml"}) {
    CAPTURE(address);
    CHECK(response.body.find("template=\"http://a.example:8080" + address + "\"") != std::string::npos);
  }
  HttpRequest again = request;
  again.headers.emplace_back("if-none-match", header_of(response, "ETag"));
  CHECK(site.answer(again).status == 304);
}

TEST_CASE("the scheme of the addresses is what a known proxy says, and nobody else") {
  SiteFixture fixture;
  StaticFiles files;
  AccessRules rules;
  rules.hosts = {"*"};
  rules.proxies = {"10.0.0.5"};
  const Site site({fixture.functions(), [] { return std::vector<RefusedGeneration>(); },
                   [] {
                     return Day{2025, 3, 3};
                   },
                   files, rules},
                  fixture.state, fixture.log);
  HttpRequest request = asked("/opensearch.xml");
  request.headers.emplace_back("x-forwarded-proto", "https");
  request.remote_address = "10.0.0.6";
  CHECK(site.answer(request).body.find("http://a.example:8080/?q=") != std::string::npos);
  request.remote_address = "10.0.0.5";
  CHECK(site.answer(request).body.find("https://a.example:8080/?q=") != std::string::npos);
}
