#include "server/http/site.h"

#include <chrono>

#include "index/index_error.h"
#include "server/http/article_resource.h"
#include "server/http/cite_resource.h"
#include "server/http/copies_resource.h"
#include "server/http/health_resource.h"
#include "server/http/metrics_resource.h"
#include "server/http/openapi_resource.h"
#include "server/http/page_resource.h"
#include "server/http/parse_resource.h"
#include "server/http/problem.h"
#include "server/http/related_resource.h"
#include "server/http/search_resource.h"
#include "server/http/security_headers.h"
#include "server/http/status_resource.h"
#include "server/http/suggest_resource.h"
#include "server/http/terms_resource.h"
#include "server/http/timeline_resource.h"

namespace backfile {
namespace {

constexpr int kSoon = 1;        // seconds after which an overload or a restart may be over
constexpr int kAfterIndex = 5;  // after which there may be an index

constexpr std::string_view kRefused = "refused";  // in the metrics: what the listener could not take

constexpr std::string_view kHomePage = "index.html";
constexpr std::string_view kArticlePage = "article.html";

std::string sentence_for(int status) {
  switch (status) {
    case 400:
      return "This is not an HTTP/1.1 request, or has a body.";
    case 408:
      return "The request did not arrive in time.";
    case 413:
      return "A request to this server has no body.";
    case 414:
      return "The address is longer than 8,000 bytes.";
    case 431:
      return "The head of the request is longer than 16 KB, or has more than 100 headers.";
    case 503:
      return "The server is busy.";
    case 505:
      return "The server speaks HTTP/1.1 and HTTP/1.0.";
    default:
      return "The request cannot be taken.";
  }
}

constexpr std::string_view kPageEnding = ".html";

// Pages are served at their addresses ("/help" is help.html), and every other file at its name.
void add_files(Router& router, const StaticFiles& files, const SearchFunctions& search) {
  for (const auto& [name, file] : files) {
    if (name == kHomePage) {
      router.add("/", file_resource(file));
    } else if (name == kArticlePage) {
      router.add("/article/{id}", article_page_resource(file, search));
    } else if (name.ends_with(kPageEnding)) {
      router.add("/" + name.substr(0, name.size() - kPageEnding.size()), file_resource(file));
    } else {
      router.add("/" + name, file_resource(file));
    }
  }
}

}  // namespace

Site::Site(SiteParts parts, const ServerState& state, Log& log) : log_(log), access_(std::move(parts.access)) {
  count_queries(parts.search);
  add_metrics(parts, state);
  router_.add("/healthz", alive_resource());
  router_.add("/readyz", ready_resource(parts.search, state));
  router_.add("/api/v1/status", status_resource(parts.search, parts.refused, state));
  router_.add("/api/v1/search", search_resource(parts.search, parts.today));
  router_.add("/api/v1/parse", parse_resource(parts.search, parts.today));
  router_.add("/api/v1/articles/{id}", article_resource(parts.search, parts.today));
  router_.add("/api/v1/articles/{id}/copies", copies_resource(parts.search));
  router_.add("/api/v1/timeline", timeline_resource(parts.search, parts.today));
  router_.add("/api/v1/terms", terms_resource(parts.search, parts.today));
  router_.add("/api/v1/articles/{id}/related", related_resource(parts.search));
  router_.add("/api/v1/articles/{id}/cite", cite_article_resource(parts.search, parts.today));
  router_.add("/api/v1/cite", cite_resource(parts.search, parts.today));
  router_.add("/api/v1/suggest", suggest_resource(parts.search));
  router_.add("/openapi.json", openapi_resource());
  add_files(router_, parts.files, parts.search);
}

void Site::count_queries(SearchFunctions& search) {
  search.search = [this, inner = std::move(search.search)](const SearchRequest& request) {
    const auto began = std::chrono::steady_clock::now();
    SearchAnswer answer = inner(request);
    metrics_.count_query(std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(),
                         answer.partial);
    return answer;
  };
}

void Site::add_metrics(const SiteParts& parts, const ServerState& state) {
  const auto gauges = [load = parts.load, index = parts.search.index_state, refused = parts.refused,
                       refusals = parts.refusals, &state] {
    return Gauges{load(), index(), refused().size(), refusals(), state.draining};
  };
  router_.add("/metrics", metrics_resource(metrics_, gauges));
}

HttpResponse Site::route(const HttpRequest& request) const {
  if (request.refused != 0) {
    const int retry_after = request.refused == 503 ? kSoon : 0;
    return problem_response({request.refused, sentence_for(request.refused), "", "", retry_after}, request.path);
  }
  const bool is_health = request.path == "/healthz" || request.path == "/readyz";
  if (request.while_stopping && !is_health) {
    return problem_response({503, "The server is ending.", "", "", kSoon}, request.path);
  }
  if (auto preflight = access_.preflight(request)) return *preflight;
  if (const auto problem = access_.refusal(request, request.remote_address)) {
    return problem_response(*problem, request.path);
  }
  return router_.answer(request);
}

HttpResponse Site::guarded(const HttpRequest& request) const {
  const auto failed = [&](int status, const char* detail, const char* cause) {
    log_.error("a request failed", {{"request", request.id}, {"cause", cause}});
    return problem_response({status, detail, "", "", status == 503 ? kAfterIndex : 0}, request.path);
  };
  constexpr const char* kFault = "Something went wrong here. The server's log says more, under the request's number.";
  try {
    return route(request);
  } catch (const InvalidRequest& error) {
    return problem_response({400, error.what(), error.parameter, error.limit, 0}, request.path);
  } catch (const NoIndex&) {
    return problem_response({503, "There is no index yet.", "", "", kAfterIndex}, request.path);
  } catch (const IndexError& error) {
    return failed(503, "The index cannot be read at the moment.", error.what());
  } catch (const std::exception& error) {
    return failed(500, kFault, error.what());
  } catch (...) {
    return failed(500, kFault, "an exception that is none of ours");
  }
}

HttpResponse Site::answer(const HttpRequest& given) const {
  const auto began = std::chrono::steady_clock::now();
  HttpRequest request = given;
  request.remote_address = access_.client_of(given);
  request.origin = access_.origin_of(given);
  HttpResponse response = guarded(request);
  add_security_headers(response);
  access_.add_headers(request, response);
  response.set_header("X-Request-Id", request.id);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
  const std::string_view route = request.refused != 0 ? kRefused : router_.route_of(request.path);
  metrics_.count_request(route, response.status, took.count() / 1e3);
  log_.request(request, response, took.count());
  return response;
}

}  // namespace backfile
