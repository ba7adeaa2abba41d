#include "index/settings.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include "index/embedded.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

// Keys that hold a path of the file system.
constexpr std::string_view kPaths[] = {
    "index",          "indexer.boilerplate", "indexer.stop_words", "indexer.synonyms",
    "indexer.report", "server.web",          "server.token_file"};

bool is_path(std::string_view key) { return std::ranges::find(kPaths, key) != std::end(kPaths); }

Json::json_pointer pointer_to(std::string_view key) {
  std::string path = "/" + std::string(key);
  std::ranges::replace(path, '.', '/');
  return Json::json_pointer(path);
}

std::string expected_type(const Json& value) {
  if (value.is_boolean()) return "true or false";
  if (value.is_number()) return "a whole number of 0 or more";
  if (value.is_array()) return "a list of folders";
  if (value.is_object()) return "an object";
  return "a text";
}

bool same_type(const Json& value, const Json& known) {
  if (known.is_number()) return value.is_number_unsigned();
  return value.type() == known.type();
}

std::string absolute(const std::filesystem::path& folder, const std::string& path) {
  return path.empty() ? path : (folder / path).lexically_normal().string();
}

// Lays `over` on `values`; `prefix` is the key of `values` with a dot behind it, or empty.
void merge(Json& values, const Json& over, const std::string& prefix, const std::filesystem::path& file) {
  for (const auto& [name, value] : over.items()) {
    const std::string key = prefix + name;
    if (!values.contains(name)) {
      throw SettingsError(file.string() + ": unknown key '" + key + "' (config/backfile.json lists all keys)");
    }
    Json& known = values[name];
    if (!same_type(value, known)) {
      throw SettingsError(file.string() + ": '" + key + "' must be " + expected_type(known));
    }
    if (known.is_object() && key != "indexer.fields") {
      merge(known, value, key + ".", file);
    } else if (is_path(key)) {
      known = absolute(file.parent_path(), value.get<std::string>());
    } else {
      known = value;
    }
  }
}

Json archive_entry(const Json& entry, const std::filesystem::path& file) {
  const bool folder_alone = entry.is_string();
  const bool named = entry.is_object() && entry.size() == 2 && entry.contains("name") && entry.contains("dir") &&
                     entry["name"].is_string() && entry["dir"].is_string();
  if (!folder_alone && !named) {
    throw SettingsError(file.string() + ": 'archives' must list folders, or {\"name\": …, \"dir\": …}");
  }
  Json whole = folder_alone ? Json{{"name", ""}, {"dir", entry}} : entry;
  whole["dir"] = absolute(file.parent_path(), whole["dir"]);
  return whole;
}

}  // namespace

Settings::Settings()
    : values_(Json::parse(embedded_file(kConfigFiles, "backfile.json").value_or("{}"), nullptr, true, true)) {}

void Settings::read_file(const std::filesystem::path& given) {
  const std::filesystem::path file = std::filesystem::absolute(given);
  std::ifstream in(file, std::ios::binary);
  if (!in) throw SettingsError("cannot read the configuration " + file.string());
  const std::string text(std::istreambuf_iterator<char>(in), {});
  Json over;
  try {
    over = Json::parse(text, nullptr, true, true);
  } catch (const nlohmann::json::exception& error) {
    throw SettingsError(file.string() + " is not JSON: " + error.what());
  }
  if (!over.is_object()) throw SettingsError(file.string() + " must hold one JSON object");
  merge(values_, over, "", file);
  for (Json& entry : values_["archives"]) entry = archive_entry(entry, file);
}

void Settings::read_environment(const std::map<std::string, std::string>& variables) {
  const auto read = [&](const std::string& key) {
    std::string name = "BACKFILE_" + key;
    for (char& c : name) c = c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (const auto found = variables.find(name); found != variables.end()) set(key, found->second);
  };
  for (const auto& [name, value] : values_.items()) {
    if (!value.is_object()) {
      read(name);
      continue;
    }
    for (const auto& [inner, unused] : value.items()) read(name + "." + inner);
  }
}

void Settings::set(std::string_view key, const std::string& value) {
  Json& known = values_.at(pointer_to(key));
  const auto wrong = [&] {
    return SettingsError("'" + std::string(key) + "' must be " + expected_type(known) + ", not '" + value + "'");
  };
  if (key == "archives") {
    std::vector<std::string> folders;
    for (std::size_t begin = 0; begin <= value.size();) {
      const std::size_t end = std::min(value.find(':', begin), value.size());
      if (end > begin) folders.push_back(value.substr(begin, end - begin));
      begin = end + 1;
    }
    set_archives(folders);
  } else if (known.is_string()) {
    known = is_path(key) ? absolute(std::filesystem::current_path(), value) : value;
  } else if (known.is_boolean()) {
    if (value != "true" && value != "false") throw wrong();
    known = value == "true";
  } else if (known.is_number()) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size()) throw wrong();
    known = number;
  } else {
    throw wrong();
  }
}

void Settings::set_archives(const std::vector<std::string>& folders) {
  values_["archives"] = Json::array();
  for (const std::string& folder : folders) {
    values_["archives"].push_back({{"name", ""}, {"dir", absolute(std::filesystem::current_path(), folder)}});
  }
}

std::string Settings::text(std::string_view key) const { return values_.at(pointer_to(key)); }
std::uint64_t Settings::number(std::string_view key) const { return values_.at(pointer_to(key)); }
bool Settings::flag(std::string_view key) const { return values_.at(pointer_to(key)); }

std::map<std::string, std::string> Settings::map(std::string_view key) const {
  std::map<std::string, std::string> pairs;
  for (const auto& [name, value] : values_.at(pointer_to(key)).items()) {
    if (!value.is_string()) throw SettingsError("'" + std::string(key) + "." + name + "' must be a text");
    pairs[name] = value;
  }
  return pairs;
}

std::vector<Settings::Archive> Settings::archives() const {
  std::vector<Archive> archives;
  for (const Json& entry : values_["archives"]) {
    Archive archive{entry["name"], std::filesystem::path(entry["dir"].get<std::string>())};
    if (archive.name.empty()) {
      const std::filesystem::path whole = archive.folder / "";
      archive.name = whole.parent_path().filename().string();
    }
    for (const Archive& other : archives) {
      if (other.name != archive.name) continue;
      throw SettingsError("two archives are named '" + archive.name +
                          "': give them names in the configuration's 'archives'");
    }
    archives.push_back(std::move(archive));
  }
  return archives;
}

std::string Settings::print() const { return values_.dump(2); }

std::map<std::string, std::string> environment() {
  std::map<std::string, std::string> variables;
  for (char** entry = ::environ; *entry; ++entry) {
    const std::string_view line = *entry;
    const std::size_t equals = line.find('=');
    if (equals != std::string_view::npos) variables.emplace(line.substr(0, equals), line.substr(equals + 1));
  }
  return variables;
}

}  // namespace backfile
