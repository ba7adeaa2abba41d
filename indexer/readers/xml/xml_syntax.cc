#include "indexer/readers/xml/xml_syntax.h"

#include <algorithm>

namespace backfile {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

}  // namespace

bool is_xml_space(char c) { return kSpace.find(c) != std::string_view::npos; }

bool begins_name(char c) {
  const char small = static_cast<char>(c | 0x20);
  return static_cast<unsigned char>(c) >= 0x80 || (small >= 'a' && small <= 'z') || c == '_' || c == ':';
}

bool is_name_char(char c) { return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; }

std::string_view xml_name_at(std::string_view text) {
  const auto end = std::ranges::find_if_not(text, is_name_char);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

bool is_reference(std::string_view text) {
  const std::size_t end = text.substr(0, kLongestReference).find(';');
  if (end == std::string_view::npos || end < 2) return false;
  if (text[1] == '#') return end > 2 && text.find_first_not_of("0123456789abcdefABCDEFx", 2) == end;
  return xml_name_at(text.substr(1)).size() == end - 1;
}

std::string escaped_value(std::string_view value) {
  std::string escaped;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] == '<') {
      escaped += "&lt;";
    } else if (value[at] == '&' && !is_reference(value.substr(at))) {
      escaped += "&amp;";
    } else {
      escaped += value[at];
    }
  }
  return escaped;
}

std::string sound_attributes(std::string_view written) {
  std::string rebuilt;
  bool sound = true;
  std::string_view rest = written;
  auto skip = [&](std::size_t count) { rest.remove_prefix(std::min(count, rest.size())); };
  auto skip_space = [&] { skip(rest.find_first_not_of(kSpace)); };
  for (skip_space(); !rest.empty(); skip_space()) {
    const std::string_view name = xml_name_at(rest);
    if (name.empty() || !begins_name(name[0])) {
      sound = false;
      skip(std::max<std::size_t>(1, name.size()));
      continue;
    }
    skip(name.size());
    skip_space();
    if (!rest.starts_with('=')) {
      sound = false;
      continue;
    }
    skip(1);
    skip_space();
    const char quote = rest.empty() ? ' ' : rest[0];
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t end = quoted ? rest.find(quote, 1) : rest.find_first_of(kSpace);
    const std::string_view raw = rest.substr(0, end).substr(quoted ? 1 : 0);
    const std::string value = escaped_value(raw);
    skip(end == std::string_view::npos ? end : end + (quoted ? 1 : 0));
    sound = sound && quoted && value == raw && (rest.empty() || is_xml_space(rest[0]));
    const std::string mark = quoted ? std::string(1, quote) : "\"";
    rebuilt.append(" ").append(name).append("=").append(mark).append(value).append(mark);
  }
  if (sound) return std::string(written);
  rebuilt.append(static_cast<std::size_t>(std::ranges::count(written, '\n') - std::ranges::count(rebuilt, '\n')), '\n');
  return rebuilt;
}

}  // namespace backfile
