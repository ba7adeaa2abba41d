#include "indexer/readers/front_matter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::size_t kMostBytes = 64 * 1024;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

// Without its quotes, or without the comment behind it.
std::string plain_value(std::string_view written) {
  std::string_view value = trimmed(written);
  if (!value.empty() && (value[0] == '"' || value[0] == '\'')) {
    std::string text;
    for (std::size_t i = 1; i < value.size() && value[i] != value[0]; ++i) {
      if (value[i] == '\\' && value[0] == '"' && i + 1 < value.size()) ++i;
      text += value[i];
    }
    return text;
  }
  if (const std::size_t comment = value.find(" #"); comment != std::string_view::npos) value = value.substr(0, comment);
  return std::string(trimmed(value));
}

// "[a, "b, c"]" as a list; nothing where it is none.
std::optional<json> inline_list(std::string_view written) {
  const std::string_view value = trimmed(written);
  if (!value.starts_with('[') || value.find(']') == std::string_view::npos) return std::nullopt;
  json list = json::array();
  char quote = 0;
  std::size_t begin = 1;
  for (std::size_t i = 1; i < value.size(); ++i) {
    const char c = value[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && trimmed(value.substr(begin, i - begin)).empty()) {
      quote = c;
    } else if (c == ',' || c == ']') {
      if (std::string item = plain_value(value.substr(begin, i - begin)); !item.empty())
        list.push_back(std::move(item));
      begin = i + 1;
      if (c == ']') break;
    }
  }
  return list;
}

// One key's lines become its value.
class FieldReader {
 public:
  explicit FieldReader(json& fields) : fields_(fields) {}

  void line(std::string_view line, char separator) {
    const std::string_view text = trimmed(line);
    const bool inner = indent_of(line) > 0 || text.starts_with("- ");
    if (inner && !key_.empty()) return continued(text);
    if (text.empty() || text.starts_with('#') || text.starts_with('[')) return;
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos) return;
    key_ = plain_value(text.substr(0, at));
    const std::string_view written = trimmed(text.substr(at + 1));
    if (written.empty() || written[0] == '|' || written[0] == '>') {
      fields_[key_] = nullptr;
    } else if (auto list = inline_list(written)) {
      fields_[key_] = std::move(*list);
    } else {
      fields_[key_] = plain_value(written);
    }
  }

 private:
  // A line of a list, of a text over several lines, or of something nested.
  void continued(std::string_view text) {
    json& value = fields_[key_];
    const bool item = text.starts_with("- ");
    if (item) text = trimmed(text.substr(2));
    for (std::string_view name : {"name:", "title:"}) {
      if (text.starts_with(name)) return add(value, plain_value(text.substr(name.size())));
    }
    if (item) return add(value, plain_value(text));
    if (text.empty() || value.is_array()) return;
    if (value.is_null()) {
      value = std::string(text);
    } else if (value.is_string()) {
      value = value.get<std::string>() + " " + std::string(text);
    }
  }

  static void add(json& value, std::string text) {
    if (!value.is_array()) value = json::array();
    if (!text.empty()) value.push_back(std::move(text));
  }

  json& fields_;
  std::string key_;
};

}  // namespace

FrontMatter read_front_matter(std::string_view utf8) {
  FrontMatter found;
  const std::string_view front = utf8.substr(0, kMostBytes);
  const bool toml = front.starts_with("+++");
  if (!toml && !front.starts_with("---")) return found;
  const std::string_view fence = toml ? "+++" : "---";
  std::size_t begin = front.find('\n');
  if (begin == std::string_view::npos || trimmed(front.substr(0, begin)) != fence) return found;
  FieldReader reader(found.fields);
  while (begin < front.size()) {
    const std::size_t end = std::min(front.find('\n', begin + 1), front.size());
    const std::string_view line = front.substr(begin + 1, end - begin - 1);
    begin = end;
    if (trimmed(line) == fence || (!toml && trimmed(line) == "...")) {
      found.end = std::min(end + 1, utf8.size());
      return found;
    }
    reader.line(line, toml ? '=' : ':');
  }
  return {};
}

}  // namespace backfile
