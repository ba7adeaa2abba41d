// Settings: the configuration that both programs read. config/backfile.json, compiled in, is the list of all keys with
// their defaults and types; a file, the environment and flags lie over it, later ones winning.
//
// A wrong key, type or value throws SettingsError, which names file and key and says what is expected.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

class SettingsError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Settings {
 public:
  // The defaults.
  Settings();

  // Lays a configuration file over them. Relative paths in it become relative to its folder.
  void read_file(const std::filesystem::path& file);
  // BACKFILE_INDEX, BACKFILE_SERVER_LISTEN, …: variables that name no key are not ours and are passed over.
  void read_environment(const std::map<std::string, std::string>& variables);
  // One value by its key ("server.listen"), as text: from a flag.
  void set(std::string_view key, const std::string& value);
  void set_archives(const std::vector<std::string>& folders);

  std::string text(std::string_view key) const;
  std::uint64_t number(std::string_view key) const;
  bool flag(std::string_view key) const;
  std::map<std::string, std::string> map(std::string_view key) const;

  struct Archive {
    std::string name;
    std::filesystem::path folder;
  };
  // Throws SettingsError where two archives have one name.
  std::vector<Archive> archives() const;

  // All keys with their values, as JSON: --print-config.
  std::string print() const;

 private:
  nlohmann::ordered_json values_;
};

// The process's environment.
std::map<std::string, std::string> environment();

}  // namespace backfile
