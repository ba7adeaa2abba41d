#include "indexer/readers/front_matter.h"

#include <algorithm>
#include <string>

#include "index/character.h"
#include "indexer/readers/front_matter_lines.h"
#include "indexer/readers/json_parse.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::size_t kMostBytes = 64 * 1024;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

// "---", also with a comment behind it.
bool is_fence(std::string_view line, std::string_view fence) {
  const std::string_view text = trimmed(line);
  return text.starts_with(fence) && (text.size() == fence.size() || text.substr(fence.size()).starts_with(" #"));
}

// The object that the text begins with, up to its last bracket; 0 where there is none.
std::size_t end_of_object(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      in_string = c != '"';
      continue;
    }
    in_string = c == '"';
    if (c == '{') ++depth;
    if (c == '}' && --depth == 0) return at + 1;
  }
  return 0;
}

// Hugo's: an object, and nothing else in the line that it ends in.
FrontMatter read_json_front(std::string_view utf8) {
  FrontMatter found;
  const std::string_view front = utf8.substr(0, kMostBytes);
  const std::size_t end = end_of_object(front);
  const std::size_t line_end = std::min(utf8.find('\n', end), utf8.size());
  if (end == 0 || !trimmed(utf8.substr(end, line_end - end)).empty()) return found;
  auto parsed = parse_json(front.substr(0, end));
  json* fields = std::get_if<json>(&parsed);
  if (!fields || fields->empty()) return found;
  found.fields = std::move(*fields);
  found.end = std::min(line_end + 1, utf8.size());
  return found;
}

void take_taxonomies(json& fields) {
  const auto taxonomies = fields.find("taxonomies");
  if (taxonomies == fields.end() || !taxonomies->is_object()) return;
  const json terms = *taxonomies;
  for (const auto& [name, value] : terms.items()) {
    if (!fields.contains(name)) fields[name] = value;
  }
}

}  // namespace

FrontMatter read_front_matter(std::string_view utf8) {
  if (utf8.starts_with('{')) return read_json_front(utf8);
  const std::string_view front = utf8.substr(0, kMostBytes);
  const bool toml = front.starts_with("+++");
  const std::string_view fence = toml ? "+++" : "---";
  std::size_t begin = std::min(front.find('\n'), front.size());
  if (!is_fence(front.substr(0, begin), fence)) return {};
  std::vector<std::string_view> lines;
  while (begin < front.size()) {
    const std::size_t end = std::min(front.find('\n', begin + 1), front.size());
    const std::string_view line = front.substr(begin + 1, end - begin - 1);
    begin = end;
    if (trimmed(line) == fence || (!toml && trimmed(line) == "...")) {
      FrontMatter found;
      found.fields = toml ? read_toml_lines(lines) : read_yaml_lines(lines);
      take_taxonomies(found.fields);
      found.end = std::min(end + 1, utf8.size());
      return found;
    }
    lines.push_back(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
  }
  return {};
}

}  // namespace backfile
