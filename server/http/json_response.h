// JSON as text and as an answer.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "server/http/http_message.h"

namespace backfile {

using Json = nlohmann::ordered_json;

// Ends with a newline. Bytes that are no UTF-8 become U+FFFD, so that nothing can make this throw.
std::string json_text(const Json& json, bool pretty);

HttpResponse json_response(const Json& json, bool pretty, const std::string& content_type = "application/json");

}  // namespace backfile
