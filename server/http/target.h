// The target of a request line, taken apart: "/article/a%62c?q=rare+earth" is a path and its query parameters.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/http_message.h"

namespace backfile {

struct Target {
  std::string path;  // still percent-encoded
  std::vector<Parameter> parameters;
};

// Understands the origin form ("/…"), the absolute form ("http://host/…") and "*". Nothing for anything else.
// In a parameter '+' is a space, and a '%' that begins no escape stands for itself, as in browsers.
std::optional<Target> parse_target(std::string_view target);

// The path decoded, once. Nothing where an escape is broken, or stands for '/' or NUL: no resource has such a name, and
// a proxy in front may understand it differently.
std::optional<std::string> decode_path(std::string_view path);

}  // namespace backfile
