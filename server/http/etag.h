// Entity tags: what a client sends back to learn whether its copy still holds (RFC 9110 8.8.3, 13.1.2). All are weak:
// the same answer may be sent compressed, and its `took_ms` differs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/date.h"
#include "server/http/http_message.h"

namespace backfile {

// Of a file's bytes.
std::string content_etag(std::string_view text);

// A hash of a request to an index: the same whatever order the parameters are in. `today` where the answer depends on
// it.
std::uint64_t request_digest(std::string_view generation, std::string_view path, std::vector<Parameter> parameters,
                             std::optional<Day> today);
// Of a request to an index: the same whatever order the parameters are in. `today` where the answer depends on it.
std::string request_etag(std::string_view generation, std::string_view path, std::vector<Parameter> parameters,
                         std::optional<Day> today);

// Whether the client has the answer with this tag already. "*" is no such claim.
bool client_has(const HttpRequest& request, std::string_view etag);

// Adds the tag to an answer, and that it must be asked for again each time.
void add_etag(HttpResponse& response, const std::string& etag);

// 304, in place of an answer that the client has.
HttpResponse not_modified(const std::string& etag);

}  // namespace backfile
