#include "server/http/health_resource.h"

#include "index/index_error.h"
#include "server/http/problem.h"

namespace backfile {
namespace {

HttpResponse ok() {
  HttpResponse response;
  response.set_header("Content-Type", "text/plain; charset=utf-8");
  response.set_header("Cache-Control", "no-store");
  response.body = "ok";
  return response;
}

}  // namespace

Resource alive_resource() {
  return [](const HttpRequest&, const std::string&) { return ok(); };
}

Resource ready_resource(SearchFunctions search, const ServerState& state) {
  return [search = std::move(search), &state](const HttpRequest& request, const std::string&) {
    if (state.draining) return problem_response({503, "The server is ending.", "", "", 1}, request.path);
    if (!search.index_state()) throw NoIndex("no index is loaded");
    return ok();
  };
}

}  // namespace backfile
