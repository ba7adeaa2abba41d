// Exports, asked through the site.
#include <doctest/doctest.h>

#include <ostream>

#include "tests/server/http/site_fixture.h"

using namespace backfile;

namespace {

std::string whole_body(const HttpResponse& response) {
  std::string body = response.body;
  if (!response.next_piece) return body;
  while (const auto piece = response.next_piece()) body += *piece;
  return body;
}

void finds(SiteFixture& fixture, std::size_t count) {
  fixture.on_find = [count](const SearchRequest&) {
    std::vector<Article> articles(count);
    for (std::size_t i = 0; i < count; ++i) {
      articles[i].id = std::to_string(i);
      articles[i].headline = std::string(1000, 'x');
    }
    FoundArticles found;
    add_articles(found, articles);
    return found;
  };
}

std::string parameter_at_fault(const HttpResponse& response) { return Json::parse(response.body).value("param", ""); }

}  // namespace

TEST_CASE("an export is streamed in pieces, with a name for its file and the number of its articles") {
  SiteFixture fixture;
  finds(fixture, 1000);
  const Site site = fixture.site();
  const HttpResponse response =
      site.answer(get("/api/v1/export", {{"format", "csv"}, {"fields", "id,headline"}, {"q", "\"Rare earth\" & Co"}}));
  CHECK(response.status == 200);
  CHECK(header_of(response, "Content-Type") == "text/csv; charset=utf-8; header=present");
  CHECK(header_of(response, "Content-Disposition") == "attachment; filename=\"backfile-rare-earth-co-2025-03-03.csv\"");
  CHECK(header_of(response, "X-Total") == "1000");
  CHECK(header_of(response, "ETag").starts_with("W/\""));
  REQUIRE(response.next_piece);
  CHECK(response.body.empty());
  std::size_t pieces = 0;
  std::string body;
  while (const auto piece = response.next_piece()) {
    ++pieces;
    CHECK(piece->size() < 80'000);
    body += *piece;
  }
  CHECK(pieces > 10);
  CHECK(std::ranges::count(body, '\n') == 1001);
  CHECK(body.ends_with("\r\n999," + std::string(1000, 'x') + "\r\n"));
  REQUIRE(fixture.searches.size() == 1);
  CHECK(!fixture.searches[0].collapse_stories);
}

TEST_CASE("every format has its type and its ending") {
  SiteFixture fixture;
  finds(fixture, 2);
  const Site site = fixture.site();
  struct Case {
    std::string format;
    std::string type;
    std::string ending;
    std::string begins;
  };
  for (const Case& c : {Case{"csv", "text/csv; charset=utf-8; header=present", ".csv", "\xEF\xBB\xBFid,"},
                        Case{"jsonl", "application/jsonl; charset=utf-8", ".jsonl", "{\"id\":\"0\","},
                        Case{"ris", "application/x-research-info-systems; charset=utf-8", ".ris", "TY  - NEWS"},
                        Case{"bibtex", "application/x-bibtex; charset=utf-8", ".bib", "@misc{0,"}}) {
    CAPTURE(c.format);
    const HttpResponse response = site.answer(get("/api/v1/export", {{"format", c.format}}));
    CHECK(header_of(response, "Content-Type") == c.type);
    CHECK(header_of(response, "Content-Disposition") ==
          "attachment; filename=\"backfile-export-2025-03-03" + c.ending + "\"");
    CHECK(whole_body(response).starts_with(c.begins));
  }
}

TEST_CASE("a mistake in the parameters of an export is told before anything is searched") {
  SiteFixture fixture;
  const Site site = fixture.site();
  struct Case {
    std::vector<Parameter> parameters;
    std::string at_fault;
  };
  for (const Case& c : {
           Case{{}, "format"},
           Case{{{"format", "xlsx"}}, "format"},
           Case{{{"format", "csv"}, {"format", "csv"}}, "format"},
           Case{{{"format", "csv"}, {"page", "1"}}, "page"},
           Case{{{"format", "csv"}, {"page_size", "1"}}, "page_size"},
           Case{{{"format", "csv"}, {"fragments", "1"}}, "fragments"},
           Case{{{"format", "csv"}, {"facets", "year"}}, "facets"},
           Case{{{"format", "csv"}, {"nonsense", "1"}}, "nonsense"},
           Case{{{"format", "csv"}, {"fields", "id,nonsense"}}, "fields"},
           Case{{{"format", "csv"}, {"fields", ""}}, "fields"},
           Case{{{"format", "csv"}, {"fields", "id,id"}}, "fields"},
           Case{{{"format", "ris"}, {"fields", "id"}}, "fields"},
           Case{{{"format", "csv"}, {"collapse", "maybe"}}, "collapse"},
           Case{{{"format", "csv"}, {"from", "2025"}, {"to", "2024"}}, "from"},
           Case{{{"format", "csv"}, {"id", kKnownId}, {"q", "tug"}}, "q"},
           Case{{{"format", "csv"}, {"id", "\xFF"}}, "id"},
       }) {
    CAPTURE(c.parameters);
    const HttpResponse response = site.answer(get("/api/v1/export", c.parameters));
    CHECK(response.status == 400);
    CHECK(parameter_at_fault(response) == c.at_fault);
    CHECK(!response.next_piece);
  }
  CHECK(fixture.searches.empty());
}

TEST_CASE("filters, sort and collapse of a search hold in an export") {
  SiteFixture fixture;
  const Site site = fixture.site();
  CHECK(site.answer(get("/api/v1/export", {{"format", "jsonl"},
                                           {"q", "tug"},
                                           {"sort", "oldest"},
                                           {"collapse", "story"},
                                           {"publication", "a"},
                                           {"publication", "b"},
                                           {"-topic", "c"},
                                           {"from", "2024"},
                                           {"op", "or"},
                                           {"in", "all"}}))
            .status == 200);
  const SearchRequest& request = fixture.searches.at(0);
  CHECK(request.sort == Sort::oldest);
  CHECK(request.collapse_stories);
  CHECK(request.any_word);
  CHECK(request.in_boilerplate);
  CHECK(request.from->iso == "2024");
  CHECK(request.filters.size() == 2);
}

TEST_CASE("articles are exported by their ids, and an id that none has is a problem") {
  SiteFixture fixture;
  const Site site = fixture.site();
  const HttpResponse response =
      site.answer(get("/api/v1/export", {{"format", "csv"}, {"fields", "id"}, {"id", kKnownId}, {"id", kKnownId}}));
  CHECK(whole_body(response) == "\xEF\xBB\xBFid\r\n" + kKnownId + "\r\n" + kKnownId + "\r\n");
  CHECK(header_of(site.answer(get("/api/v1/export", {{"format", "ris"}, {"id", kKnownId}})), "Content-Disposition") ==
        "attachment; filename=\"backfile-" + kKnownId + "-2025-03-03.ris\"");
  for (const std::string& id : {kUnknownId, std::string("..")}) {
    const HttpResponse unknown = site.answer(get("/api/v1/export", {{"format", "csv"}, {"id", kKnownId}, {"id", id}}));
    CHECK(unknown.status == 404);
    CHECK(Json::parse(unknown.body)["detail"].get<std::string>().find(id) != std::string::npos);
  }
}

TEST_CASE("an export whose matching was cut is a problem, not a part that looks whole") {
  SiteFixture fixture;
  fixture.on_find = [](const SearchRequest&) {
    FoundArticles found;
    found.partial = true;
    return found;
  };
  const HttpResponse response = fixture.site().answer(get("/api/v1/export", {{"format", "csv"}, {"q", "a*"}}));
  CHECK(response.status == 503);
  CHECK(header_of(response, "Retry-After") == "5");
  CHECK(Json::parse(response.body)["limit"] == "export_milliseconds");
}

TEST_CASE("a query's warnings are told in a header") {
  SiteFixture fixture;
  fixture.on_find = [](const SearchRequest&) {
    FoundArticles found;
    add_articles(found, {});
    found.warnings = {{"unclosed_quote", "…", 0}, {"lone_minus", "…", 3}};
    return found;
  };
  CHECK(header_of(fixture.site().answer(get("/api/v1/export", {{"format", "csv"}, {"q", "\"a"}})), "X-Warnings") ==
        "unclosed_quote, lone_minus");
}

TEST_CASE("a client that has an export is told so before anything is searched") {
  SiteFixture fixture;
  const Site site = fixture.site();
  HttpRequest request = get("/api/v1/export", {{"format", "csv"}, {"q", "tug"}});
  request.headers.emplace_back("if-none-match", header_of(site.answer(request), "ETag"));
  CHECK(fixture.searches.size() == 1);
  CHECK(site.answer(request).status == 304);
  CHECK(fixture.searches.size() == 1);
  fixture.index->generation = "00000008-20250304T101500Z";
  CHECK(site.answer(request).status == 200);
}

TEST_CASE("no more exports run than may, and one that is gone leaves its place") {
  SiteFixture fixture;
  finds(fixture, 1);
  const Site site = fixture.site();
  std::vector<HttpResponse> running;
  for (int i = 0; i < 8; ++i) {
    running.push_back(site.answer(get("/api/v1/export", {{"format", "csv"}})));
    CHECK(running.back().status == 200);
  }
  const HttpResponse refused = site.answer(get("/api/v1/export", {{"format", "csv"}}));
  CHECK(refused.status == 503);
  CHECK(header_of(refused, "Retry-After") == "5");
  CHECK(site.answer(get("/api/v1/search")).status == 200);
  running.pop_back();
  CHECK(site.answer(get("/api/v1/export", {{"format", "csv"}})).status == 200);
}

TEST_CASE("the log says when a stream has ended, and whether it came to its end") {
  SiteFixture fixture;
  finds(fixture, 1);
  const Site site = fixture.site();
  whole_body(site.answer(get("/api/v1/export", {{"format", "csv"}, {"fields", "id"}})));
  CHECK(fixture.log_lines.str().find(
            R"("message":"a streamed answer ended","request":"test-1","whole":true,"bytes":10)") != std::string::npos);
  fixture.log_lines.str("");
  site.answer(get("/api/v1/export", {{"format", "csv"}}));
  CHECK(fixture.log_lines.str().find(R"("whole":false,"bytes":0)") != std::string::npos);
}
