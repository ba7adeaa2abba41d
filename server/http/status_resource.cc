#include "server/http/status_resource.h"

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

Json run_json(const std::optional<RunSummary>& run) {
  if (!run) return nullptr;
  Json rejections = Json::array();
  for (const RejectionGroup& group : run->rejections) {
    rejections.push_back(
        {{"reason", group.reason}, {"sentence", group.sentence}, {"count", group.count}, {"files", group.files}});
  }
  return {{"indexed", run->indexed}, {"updated", run->updated},   {"unchanged", run->unchanged},
          {"deleted", run->deleted}, {"rejected", run->rejected}, {"rejections", std::move(rejections)}};
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
    json["last_run"] = run_json(search.last_run());
    HttpResponse response = json_response(json, pretty);
    response.set_header("Cache-Control", "no-store");
    return response;
  };
}

}  // namespace backfile
