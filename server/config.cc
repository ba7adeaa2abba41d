#include "server/config.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <climits>
#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>

#include "index/character.h"
#include "server/http/peer_address.h"

namespace backfile {
namespace {

constexpr std::size_t kMostThreads = 1024;
constexpr std::size_t kShortestToken = 16;
constexpr std::uint64_t kMostQueryMilliseconds = 60'000;

std::size_t threads_of(const Settings& settings) {
  const std::uint64_t threads = settings.number("server.threads");
  if (threads > kMostThreads) {
    throw SettingsError("'server.threads' must be at most " + std::to_string(kMostThreads));
  }
  if (threads > 0) return threads;
  return std::max<std::size_t>(16, std::size_t{4} * std::thread::hardware_concurrency());
}

std::chrono::milliseconds matching_time_of(const Settings& settings, const std::string& key) {
  const std::uint64_t milliseconds = settings.number(key);
  if (milliseconds == 0 || milliseconds > kMostQueryMilliseconds) {
    throw SettingsError("'" + key + "' must be from 1 to " + std::to_string(kMostQueryMilliseconds));
  }
  return std::chrono::milliseconds(milliseconds);
}

std::size_t exports_of(const Settings& settings, std::size_t threads) {
  const std::uint64_t exports = settings.number("server.exports_at_once");
  if (exports > kMostThreads) {
    throw SettingsError("'server.exports_at_once' must be at most " + std::to_string(kMostThreads));
  }
  return exports > 0 ? exports : std::max<std::size_t>(1, threads / 2);
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

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

// Each must be an address, and is written as the listener will write it.
std::vector<std::string> proxies_of(const Settings& settings) {
  std::vector<std::string> proxies = words_of(settings.text("server.proxies"));
  for (std::string& proxy : proxies) {
    const std::string address = peer_address(proxy).text;
    if (address.empty()) throw SettingsError("'server.proxies' must be numeric addresses, not '" + proxy + "'");
    proxy = address;
  }
  return proxies;
}

std::vector<std::string> hosts_of(const Settings& settings) {
  std::vector<std::string> hosts = words_of(settings.text("server.hosts"));
  char own[HOST_NAME_MAX + 1] = "";
  if (::gethostname(own, sizeof own - 1) == 0) hosts.emplace_back(own);
  for (std::string& host : hosts) {
    for (char& c : host) c = ascii_small(c);
  }
  return hosts;
}

std::string token_of(const Settings& settings) {
  const std::string file = settings.text("server.token_file");
  if (file.empty()) return "";
  std::ifstream in(file);
  std::string token;
  if (!(in >> token) || token.size() < kShortestToken) {
    throw SettingsError("'server.token_file': " + file + " must hold a token of at least " +
                        std::to_string(kShortestToken) + " characters");
  }
  return token;
}

AccessRules access_of(const Settings& settings) {
  AccessRules rules;
  rules.hosts = hosts_of(settings);
  rules.proxies = proxies_of(settings);
  rules.cors_origins = words_of(settings.text("server.cors_origins"));
  for (const std::string& origin : rules.cors_origins) {
    const bool is_web = origin.starts_with("https://") || origin.starts_with("http://");
    if (is_web && !origin.ends_with('/')) continue;
    throw SettingsError("'server.cors_origins' must be like https://desk.example, without a path, not '" + origin +
                        "'");
  }
  rules.token = token_of(settings);
  rules.requests_a_minute = settings.number("server.requests_a_minute");
  return rules;
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
  config.query_time = matching_time_of(settings, "server.query_milliseconds");
  config.export_time = matching_time_of(settings, "server.export_milliseconds");
  config.suggest_time = matching_time_of(settings, "server.suggest_milliseconds");
  config.exports_at_once = exports_of(settings, config.threads);
  config.log_queries = settings.flag("server.log_queries");
  config.log_addresses = settings.flag("server.log_addresses");
  config.slow_milliseconds = settings.number("server.slow_query_milliseconds");
  config.access = access_of(settings);
  config.connections_an_address = settings.number("server.connections_an_address");
  if (config.connections_an_address == 0) throw SettingsError("'server.connections_an_address' must be at least 1");
  return config;
}

}  // namespace backfile
