#include "server/http/status_resource.h"

#include "index/manifest.h"
#include "index/schema.h"
#include "server/http/json_response.h"
#include "server/http/parameters.h"

namespace backfile {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json refused_json(const std::vector<RefusedGeneration>& refused) {
  Json all = Json::array();
  for (const RefusedGeneration& one : refused) {
    all.push_back({{"generation", text_or_null(one.generation)}, {"reason", one.reason}});
  }
  return all;
}

}  // namespace

Resource status_resource(SearchFunctions search, std::function<std::vector<RefusedGeneration>()> refused,
                         const ServerState& state) {
  return [search = std::move(search), refused = std::move(refused), &state](const HttpRequest& request,
                                                                            const std::string&) {
    const bool pretty = read_pretty(request.parameters);
    const IndexState index = search.index_state().value_or(IndexState{});
    Json json;
    json["articles"] = index.articles;
    json["generation"] = text_or_null(index.generation);
    json["built_at"] = text_or_null(index.built_at);
    json["software"] = BACKFILE_VERSION;
    json["schema"] = kSchemaVersion;
    json["started_at"] = state.started_at;
    json["refused"] = refused_json(refused());
    const auto run = search.last_run();
    json["last_run"] = run ? Json::parse(run_summary_json(*run)) : Json(nullptr);
    HttpResponse response = json_response(json, pretty);
    response.set_header("Cache-Control", "no-store");
    return response;
  };
}

}  // namespace backfile
