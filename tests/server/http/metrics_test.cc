#include "server/http/metrics.h"

#include <doctest/doctest.h>

#include <ostream>
#include <sstream>

#include "tests/server/http/site_fixture.h"

using namespace backfile;

namespace {

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("a histogram counts in each bucket what is at most its bound") {
  Histogram times;
  for (const double seconds : {0.0005, 0.001, 0.0011, 0.3, 7.0}) times.add(seconds);
  const std::string text = times.text("t", "route=\"/\"");
  CHECK(has_line(text, "t_bucket{route=\"/\",le=\"0.001\"} 2"));
  CHECK(has_line(text, "t_bucket{route=\"/\",le=\"0.0025\"} 3"));
  CHECK(has_line(text, "t_bucket{route=\"/\",le=\"0.5\"} 4"));
  CHECK(has_line(text, "t_bucket{route=\"/\",le=\"+Inf\"} 5"));
  CHECK(has_line(text, "t_count{route=\"/\"} 5"));
  CHECK(has_line(text, "t_sum{route=\"/\"} 7.3026"));
}

TEST_CASE("requests are counted by route and status, and no address makes a series of its own") {
  SiteFixture fixture;
  fixture.refused = {{"00000008-20250304T101500Z", "It is damaged."}};
  const Site site = fixture.site();
  for (const char* path : {"/healthz", "/healthz", "/nosuch", "/other\"}\n", "/api/v1/search"}) site.answer(get(path));
  site.answer(get("/api/v1/articles/" + kKnownId));
  site.answer(get("/api/v1/articles/" + kUnknownId));
  HttpRequest refused;
  refused.refused = 431;
  site.answer(refused);
  const HttpResponse response = site.answer(get("/metrics"));
  CHECK(header_of(response, "Content-Type") == "text/plain; version=0.0.4; charset=utf-8");
  for (const char* line : {"backfile_requests_total{route=\"/healthz\",status=\"200\"} 2",
                           "backfile_requests_total{route=\"none\",status=\"404\"} 2",
                           "backfile_requests_total{route=\"/api/v1/articles/{id}\",status=\"200\"} 1",
                           "backfile_requests_total{route=\"/api/v1/articles/{id}\",status=\"404\"} 1",
                           "backfile_requests_total{route=\"refused\",status=\"431\"} 1",
                           "backfile_request_seconds_count{route=\"/healthz\"} 2", "backfile_query_seconds_count 1",
                           "backfile_articles 120345", "backfile_generations_refused 1", "backfile_draining 0",
                           "backfile_queue_length 0"}) {
    CAPTURE(line);
    CHECK(has_line(response.body, line));
  }
  CHECK(response.body.find("backfile_generation_info{generation=\"00000007-20250303T101500Z\"") != std::string::npos);
  std::istringstream lines(response.body);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    const bool is_comment = line.starts_with("# HELP ") || line.starts_with("# TYPE ");
    const bool is_value = line.find(' ') != std::string::npos &&
                          line.find_first_not_of("0123456789.e+-", line.rfind(' ') + 1) == std::string::npos;
    CHECK((is_comment || is_value));
  }
}
