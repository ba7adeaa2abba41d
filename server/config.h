// What the server is told to do: the settings it reads, as plain values.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include "index/settings.h"
#include "server/http/access_rules.h"

namespace backfile {

struct ServerConfig {
  std::filesystem::path index;  // a folder; it need not be there yet
  std::string host;
  std::uint16_t port = 0;                     // 0: any free one
  std::filesystem::path web;                  // empty: the pages that come with the program
  std::size_t threads = 0;                    // at least 1
  std::chrono::milliseconds query_time{0};    // that matching may take
  std::chrono::milliseconds suggest_time{0};  // that completions may take
  bool log_queries = false;
  bool log_addresses = false;
  std::uint64_t slow_milliseconds = 0;  // 0: no request is too slow
  AccessRules access;
  std::size_t connections_an_address = 0;
};

// Throws SettingsError naming the key. Reads the token's file.
ServerConfig read_server_config(const Settings& settings);

}  // namespace backfile
