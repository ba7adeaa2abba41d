#include "server/http/target.h"

#include <algorithm>

namespace backfile {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The byte that the escape at `at` stands for; nothing where no escape is there.
std::optional<char> escape_at(std::string_view text, std::size_t at) {
  if (text[at] != '%' || at + 2 >= text.size()) return std::nullopt;
  const int high = hex_digit(text[at + 1]);
  const int low = hex_digit(text[at + 2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

std::string decode_parameter(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const auto byte = escape_at(text, i)) {
      decoded += *byte;
      i += 2;
    } else {
      decoded += text[i] == '+' ? ' ' : text[i];
    }
  }
  return decoded;
}

std::vector<Parameter> parse_query(std::string_view query) {
  std::vector<Parameter> parameters;
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(pair.size() + 1, query.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string_view value = pair.substr(std::min(equals + 1, pair.size()));
    parameters.push_back({decode_parameter(pair.substr(0, equals)), decode_parameter(value)});
  }
  return parameters;
}

// What follows scheme and authority in an absolute form; nothing for another scheme.
std::optional<std::string_view> without_authority(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const std::size_t end = target.find_first_of("/?", scheme.size());
    return end == std::string_view::npos ? std::string_view() : target.substr(end);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Target> parse_target(std::string_view target) {
  if (target == "*") return Target{"*", {}};
  if (!target.starts_with('/')) {
    const auto rest = without_authority(target);
    if (!rest) return std::nullopt;
    target = *rest;
  }
  const std::size_t mark = std::min(target.find('?'), target.size());
  Target parsed{std::string(target.substr(0, mark)), parse_query(target.substr(std::min(mark + 1, target.size())))};
  if (parsed.path.empty()) parsed.path += '/';
  return parsed;
}

std::optional<std::string> decode_path(std::string_view path) {
  std::string decoded;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] != '%') {
      decoded += path[i];
      continue;
    }
    const auto byte = escape_at(path, i);
    if (!byte || *byte == '\0' || *byte == '/') return std::nullopt;
    decoded += *byte;
    i += 2;
  }
  return decoded;
}

}  // namespace backfile
