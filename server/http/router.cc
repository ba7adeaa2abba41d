#include "server/http/router.h"

#include "server/http/problem.h"
#include "server/http/target.h"

namespace backfile {
namespace {

constexpr std::string_view kId = "{id}";
constexpr const char* kMethods = "GET, HEAD, OPTIONS";

HttpResponse options() {
  HttpResponse response;
  response.status = 204;
  response.set_header("Allow", kMethods);
  return response;
}

HttpResponse wrong_method(const HttpRequest& request) {
  HttpResponse response =
      problem_response({405, "Backfile is read only: ask with GET, HEAD or OPTIONS.", "", "", 0}, request.path);
  response.set_header("Allow", kMethods);
  return response;
}

}  // namespace

void Router::add(std::string_view pattern, Resource resource) {
  const std::size_t at = pattern.find(kId);
  if (at == std::string_view::npos) {
    exact_.emplace(pattern, std::move(resource));
  } else {
    const std::string after(pattern.substr(at + kId.size()));
    patterns_.push_back({std::string(pattern.substr(0, at)), after, std::string(pattern), std::move(resource)});
  }
}

Router::Match Router::match(const std::string& path) const {
  if (const auto found = exact_.find(path); found != exact_.end()) return {&found->second, found->first, ""};
  for (const Pattern& pattern : patterns_) {
    if (!path.starts_with(pattern.before) || !path.ends_with(pattern.after)) continue;
    if (path.size() <= pattern.before.size() + pattern.after.size()) continue;
    const std::size_t length = path.size() - pattern.before.size() - pattern.after.size();
    std::string id = path.substr(pattern.before.size(), length);
    if (id.find('/') == std::string::npos) return {&pattern.resource, pattern.whole, std::move(id)};
  }
  return {};
}

std::vector<std::string> Router::routes() const {
  std::vector<std::string> all;
  for (const auto& [path, resource] : exact_) all.push_back(path);
  for (const Pattern& pattern : patterns_) all.push_back(pattern.whole);
  return all;
}

std::string_view Router::route_of(const std::string& path) const {
  const auto decoded = decode_path(path);
  return decoded ? match(*decoded).route : Match{}.route;
}

HttpResponse Router::answer(const HttpRequest& request) const {
  const bool asks_options = request.method == "OPTIONS";
  if (!asks_options && request.method != "GET" && request.method != "HEAD") return wrong_method(request);
  if (asks_options && request.path == "*") return options();
  const auto path = decode_path(request.path);
  const Match found = path ? match(*path) : Match{};
  if (!found.resource) return problem_response({404, "There is nothing at this address.", "", "", 0}, request.path);
  return asks_options ? options() : (*found.resource)(request, found.id);
}

}  // namespace backfile
