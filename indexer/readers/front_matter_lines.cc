#include "indexer/readers/front_matter_lines.h"

#include <algorithm>
#include <string>

#include "index/character.h"
#include "indexer/readers/front_matter_value.h"

namespace backfile {
namespace {

using nlohmann::json;
using Lines = std::span<const std::string_view>;

constexpr std::string_view kBlank = " \t";

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(kBlank), line.size()); }

bool is_blank(std::string_view line) { return indent_of(line) == line.size(); }

bool is_comment(std::string_view line) { return line.substr(indent_of(line)).starts_with('#'); }

bool is_item(std::string_view text) { return text == "-" || text.starts_with("- "); }

struct KeyLine {
  std::string key;  // empty: the line has none
  std::string_view value;
};

// "title: Fog", "\"title\" = 'Fog'"; `strict`: only with a space, or nothing, behind a colon.
KeyLine key_line(std::string_view text, FrontMatterStyle style, bool strict) {
  const bool yaml = style == FrontMatterStyle::yaml;
  const std::size_t quoted = !text.empty() && (text[0] == '"' || text[0] == '\'') ? text.find(text[0], 1) : 0;
  if (quoted == std::string_view::npos) return {};
  std::size_t at = text.find(yaml ? ": " : "=", quoted);
  if (yaml && at == std::string_view::npos && text.ends_with(':')) at = text.size() - 1;
  if (yaml && at == std::string_view::npos && !strict) at = text.find(':', quoted);
  if (at == std::string_view::npos) return {};
  const json key = read_front_matter_value(text.substr(0, at), style);
  return {key.is_string() ? key.get<std::string>() : std::string(), text.substr(at + 1)};
}

std::string joined(std::string_view first, Lines rest) {
  std::string text(first);
  for (std::string_view line : rest) text.append("\n").append(line);
  return text;
}

// "|" keeps the lines below, ">" makes one of them; blank ones part paragraphs.
std::string block_text(bool keeps_lines, Lines lines) {
  std::string text;
  for (std::string_view line : lines) {
    const std::string_view words = line.substr(indent_of(line));
    const bool glued = !keeps_lines && !words.empty() && !text.empty() && text.back() != '\n';
    if (glued) text += ' ';
    text += words;
    if (keeps_lines || words.empty()) text += '\n';
  }
  text.resize(text.find_last_not_of(" \t\n") + 1);
  return text;
}

json block(Lines lines, int depth);

// How many of the lines belong to a value: the deeper ones, and where it is open those that begin no key.
std::size_t lines_of_value(std::string_view first, std::size_t indent, bool may_be_list, Lines rest) {
  OpenValue value(FrontMatterStyle::yaml);
  value.add_line(first);
  std::size_t count = 0;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    const std::string_view line = rest[at];
    if (is_comment(line)) continue;
    const std::string_view text = line.substr(indent_of(line));
    const bool deeper = is_blank(line) || indent_of(line) > indent || (may_be_list && is_item(text));
    const bool goes_on = value.open() && key_line(text, FrontMatterStyle::yaml, true).key.empty();
    if (!deeper && !goes_on) break;
    value.add_line(line);
    count = at + 1;
  }
  return count;
}

// The value that begins behind a key (or a list's mark) and goes on in `rest`.
json value_of(std::string_view first, Lines rest, int depth) {
  const std::string_view text = first.substr(indent_of(first));
  if (text.starts_with('|') || text.starts_with('>')) return block_text(text[0] == '|', rest);
  if (text.empty() || text[0] == '#') return block(rest, depth + 1);
  return read_front_matter_value(joined(text, rest), FrontMatterStyle::yaml);
}

json list_of(Lines lines, std::size_t indent, int depth) {
  json items = json::array();
  for (std::size_t at = 0; at < lines.size();) {
    const std::string_view line = lines[at++];
    if (!is_item(line.substr(indent_of(line)))) continue;
    const std::string_view first = line.substr(indent_of(line) + 1);
    const Lines behind = lines.subspan(at);
    const Lines rest = behind.first(lines_of_value(first, indent, false, behind));
    at += rest.size();
    const std::string_view text = first.substr(indent_of(first));
    const std::string key = text.starts_with('{') ? "" : key_line(text, FrontMatterStyle::yaml, true).key;
    // "- fishing: deep" alone is a text with a colon.
    const bool is_object = !key.empty() && (!rest.empty() || key == "name" || key == "title");
    json item;
    if (is_object) {
      const std::string key_of_item = std::string(indent + 2, ' ') + std::string(text);
      std::vector<std::string_view> inner{key_of_item};
      inner.insert(inner.end(), rest.begin(), rest.end());
      item = block(inner, depth + 1);
    } else {
      item = key.empty() ? value_of(first, rest, depth) : json(text);
    }
    if (!item.is_null() && item != "") items.push_back(std::move(item));
  }
  return items;
}

json object_of(Lines lines, std::size_t indent, int depth) {
  json fields = json::object();
  for (std::size_t at = 0; at < lines.size();) {
    const std::string_view line = lines[at++];
    if (is_comment(line)) continue;
    const KeyLine found = key_line(line.substr(indent_of(line)), FrontMatterStyle::yaml, false);
    const Lines behind = lines.subspan(at);
    const Lines rest = behind.first(lines_of_value(found.value, indent, true, behind));
    at += rest.size();
    if (!found.key.empty()) fields[found.key] = value_of(found.value, rest, depth);
  }
  return fields;
}

// A list, an object or a text over several lines, by its first line.
json block(Lines lines, int depth) {
  while (!lines.empty() && (is_blank(lines[0]) || is_comment(lines[0]))) lines = lines.subspan(1);
  if (lines.empty() || depth > kDeepestFrontMatter) return nullptr;
  const std::size_t indent = indent_of(lines[0]);
  const std::string_view text = lines[0].substr(indent);
  if (is_item(text)) return list_of(lines, indent, depth);
  const bool has_key =
      text[0] != '[' && text[0] != '{' && !key_line(text, FrontMatterStyle::yaml, depth > 0).key.empty();
  if (has_key || depth == 0) return object_of(lines, indent, depth);
  return read_front_matter_value(joined("", lines), FrontMatterStyle::yaml);
}

std::string_view without_blanks(std::string_view text) {
  text.remove_prefix(indent_of(text));
  return text.substr(0, text.find_last_not_of(kBlank) + 1);
}

// The object that the keys behind "[name]" are of; behind "[[name]]" a new one in a list.
json& table_of(json& fields, std::string_view line) {
  const bool in_list = line.starts_with("[[");
  std::string_view name = line.substr(in_list ? 2 : 1);
  name = without_blanks(name.substr(0, name.find(']')));
  json& table = fields[std::string(name)];
  if (!in_list) return table = json::object();
  if (!table.is_array()) table = json::array();
  return table.emplace_back(json::object());
}

// Within brackets, a line that begins a key tells that they are never closed.
bool goes_on(const OpenValue& value, std::string_view next) {
  return value.open() &&
         (value.in_quotes() || key_line(without_blanks(next), FrontMatterStyle::toml, true).key.empty());
}

}  // namespace

json read_yaml_lines(std::span<const std::string_view> lines) {
  json fields = block(lines, 0);
  return fields.is_object() ? fields : json::object();
}

json read_toml_lines(std::span<const std::string_view> lines) {
  json fields = json::object();
  json* table = &fields;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const std::string_view line = without_blanks(lines[at]);
    if (line.starts_with('[')) table = &table_of(fields, line);
    if (line.starts_with('[') || line.starts_with('#')) continue;
    const KeyLine found = key_line(line, FrontMatterStyle::toml, true);
    if (found.key.empty()) continue;
    OpenValue value(FrontMatterStyle::toml);
    value.add_line(found.value);
    const std::size_t begin = at + 1;
    while (at + 1 < lines.size() && goes_on(value, lines[at + 1])) value.add_line(lines[++at]);
    if (value.in_quotes()) at = begin - 1;  // what never ends is a fault of its own line
    (*table)[found.key] =
        read_front_matter_value(joined(found.value, lines.subspan(begin, at + 1 - begin)), FrontMatterStyle::toml);
  }
  return fields;
}

}  // namespace backfile
