#include "server/http/json_response.h"

namespace backfile {

std::string json_text(const Json& json, bool pretty) {
  return json.dump(pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace) + "\n";
}

HttpResponse json_response(const Json& json, bool pretty, const std::string& content_type) {
  HttpResponse response;
  response.set_header("Content-Type", content_type);
  response.body = json_text(json, pretty);
  return response;
}

}  // namespace backfile
