#include "server/http/problem.h"

#include "server/http/json_response.h"

namespace backfile {

std::string status_title(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 421:
      return "Misdirected Request";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Internal Server Error";
  }
}

HttpResponse problem_response(const Problem& problem, const std::string& path) {
  Json json;
  json["type"] = "about:blank";
  json["title"] = status_title(problem.status);
  json["status"] = problem.status;
  json["detail"] = problem.detail;
  if (!problem.parameter.empty()) json["param"] = problem.parameter;
  if (!problem.limit.empty()) json["limit"] = problem.limit;
  if (!path.empty()) json["instance"] = path;
  HttpResponse response;
  response.status = problem.status;
  response.set_header("Content-Type", "application/problem+json");
  response.set_header("Cache-Control", "no-store");
  if (problem.retry_after > 0) response.set_header("Retry-After", std::to_string(problem.retry_after));
  response.body = json_text(json, false);
  return response;
}

}  // namespace backfile
