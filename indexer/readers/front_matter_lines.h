// The lines of front matter as an object: YAML's keys, lists and texts over several lines, and TOML's keys and tables.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string_view>

namespace backfile {

// No level deeper than kDeepestFrontMatter is read. Anchors are dropped and aliases are texts: nothing grows.
nlohmann::json read_yaml_lines(std::span<const std::string_view> lines);
nlohmann::json read_toml_lines(std::span<const std::string_view> lines);

}  // namespace backfile
