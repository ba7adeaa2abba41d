// The log: one JSON object a line, with time, level and message, and what else there is to say. One line a request.
//
// What users search for and where they sit is their own affair: queries and addresses are left out unless asked for.
#pragma once

#include <memory>
#include <ostream>
#include <string_view>

#include "server/http/http_message.h"
#include "server/http/json_response.h"

namespace spdlog {
class logger;
}

namespace backfile {

struct LogOptions {
  bool queries = false;
  bool addresses = false;
  double slow_milliseconds = 0;  // a request that takes as long has a second line, a warning; 0: none has
};

// Safe for any number of threads.
class Log {
 public:
  // `out` outlives the log; every line is flushed.
  Log(std::ostream& out, LogOptions options);
  ~Log();

  void info(std::string_view message, const Json& fields = Json::object());
  void warning(std::string_view message, const Json& fields = Json::object());
  void error(std::string_view message, const Json& fields = Json::object());

  void request(const HttpRequest& request, const HttpResponse& response, double milliseconds);

 private:
  const LogOptions options_;
  const std::unique_ptr<spdlog::logger> logger_;
};

}  // namespace backfile
