#include "server/http/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>

#include <cmath>

#include "server/http/utc.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestPath = 200;  // longer ones are nobody's

std::string line(std::string_view level, std::string_view message, const Json& fields) {
  Json json;
  json["time"] = utc_now();
  json["level"] = level;
  json["message"] = message;
  json.update(fields);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Log::Log(std::ostream& out, LogOptions options)
    : options_(options),
      logger_(
          std::make_unique<spdlog::logger>("backfile", std::make_shared<spdlog::sinks::ostream_sink_mt>(out, true))) {
  logger_->set_pattern("%v");
}

Log::~Log() = default;

void Log::info(std::string_view message, const Json& fields) { logger_->info(line("info", message, fields)); }
void Log::warning(std::string_view message, const Json& fields) { logger_->warn(line("warning", message, fields)); }
void Log::error(std::string_view message, const Json& fields) { logger_->error(line("error", message, fields)); }

void Log::request(const HttpRequest& request, const HttpResponse& response, double milliseconds) {
  Json fields;
  fields["request"] = request.id;
  fields["method"] = request.method;
  fields["path"] = request.path.substr(0, kLongestPath);
  fields["status"] = response.status;
  fields["ms"] = std::round(milliseconds * 1e3) / 1e3;
  fields["bytes"] = request.method == "HEAD" ? 0 : response.body.size();
  if (options_.addresses) fields["address"] = request.remote_address;
  if (options_.queries) {
    for (const auto& [name, value] : request.parameters) {
      if (name == "q") fields["query"] = value;
    }
  }
  info("request", fields);
  if (options_.slow_milliseconds > 0 && milliseconds >= options_.slow_milliseconds) warning("a slow request", fields);
}

}  // namespace backfile
