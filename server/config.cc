#include "server/config.h"

#include <algorithm>
#include <charconv>
#include <thread>

namespace backfile {
namespace {

constexpr std::size_t kMostThreads = 1024;
constexpr std::uint64_t kMostQueryMilliseconds = 60'000;

std::size_t threads_of(const Settings& settings) {
  const std::uint64_t threads = settings.number("server.threads");
  if (threads > kMostThreads) {
    throw SettingsError("'server.threads' must be at most " + std::to_string(kMostThreads));
  }
  if (threads > 0) return threads;
  return std::max<std::size_t>(16, std::size_t{4} * std::thread::hardware_concurrency());
}

std::chrono::milliseconds query_time_of(const Settings& settings) {
  const std::uint64_t milliseconds = settings.number("server.query_milliseconds");
  if (milliseconds == 0 || milliseconds > kMostQueryMilliseconds) {
    throw SettingsError("'server.query_milliseconds' must be from 1 to " + std::to_string(kMostQueryMilliseconds));
  }
  return std::chrono::milliseconds(milliseconds);
}

// "127.0.0.1:8080", "[::1]:8080", "localhost:8080".
void read_address(const std::string& text, ServerConfig& config) {
  const auto wrong = [&] {
    return SettingsError("'server.listen' must be ADDRESS:PORT, like 127.0.0.1:8080 or [::1]:8080, not '" + text + "'");
  };
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) throw wrong();
  config.host = text.substr(0, colon);
  if (config.host.size() > 2 && config.host.starts_with('[') && config.host.ends_with(']')) {
    config.host = config.host.substr(1, config.host.size() - 2);
  } else if (config.host.find_first_of(":[]") != std::string::npos) {
    throw wrong();
  }
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + colon + 1, end, config.port);
  if (error != std::errc{} || rest != end) throw wrong();
}

}  // namespace

ServerConfig read_server_config(const Settings& settings) {
  ServerConfig config;
  config.index = settings.text("index");
  if (config.index.empty()) throw SettingsError("no index: give --index DIR, or 'index' in the configuration");
  read_address(settings.text("server.listen"), config);
  config.web = settings.text("server.web");
  if (!config.web.empty() && !std::filesystem::is_regular_file(config.web / "index.html")) {
    throw SettingsError("'server.web': there is no index.html in " + config.web.string());
  }
  config.threads = threads_of(settings);
  config.query_time = query_time_of(settings);
  config.log_queries = settings.flag("server.log_queries");
  config.log_addresses = settings.flag("server.log_addresses");
  return config;
}

}  // namespace backfile
