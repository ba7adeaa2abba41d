// A problem: an answer that says why a request was not answered (RFC 9457, application/problem+json).
//
// `detail` is written for whoever reads it: no exception text, no path of a file.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "server/http/http_message.h"

namespace backfile {

struct Problem {
  int status = 500;
  std::string detail;
  std::string parameter;  // the parameter at fault, or empty
  std::string limit;      // the limit that was passed, or empty
  int retry_after = 0;    // seconds; 0: not said
};

// Thrown by a resource whose answer is a problem.
class Refusal : public std::runtime_error {
 public:
  explicit Refusal(Problem refused) : std::runtime_error(refused.detail), problem(std::move(refused)) {}
  Problem problem;
};

// "Not Found"
std::string status_title(int status);

// `path` is that of the request, as sent; empty where it is not known.
HttpResponse problem_response(const Problem& problem, const std::string& path);

}  // namespace backfile
