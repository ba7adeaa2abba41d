#include "indexer/readers/front_matter_value.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "indexer/cleaning/append_character.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kBeforeValue = "[{,:=";

bool is_space(char c) { return kSpace.find(c) != std::string_view::npos; }
bool is_quote(char c) { return c == '"' || c == '\''; }

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

// The lines of a text as one: line ends are spaces, blank lines are line ends.
std::string folded(std::string_view text) {
  std::string line;
  std::size_t ends = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') {
      ++ends;
      line.resize(line.find_last_not_of(" \t\r") + 1);
    } else if (ends == 0 || !is_space(text[at])) {
      if (ends > 0) line += ends == 1 ? std::string(" ") : std::string(ends - 1, '\n');
      ends = 0;
      line += text[at];
    }
  }
  return line;
}

class ValueReader {
 public:
  ValueReader(std::string_view text, FrontMatterStyle style) : rest_(text), toml_(style == FrontMatterStyle::toml) {}

  // `stops`: the characters that a plain text ends at; empty: it goes to the end.
  json value(std::string_view stops, int depth) {
    skip_space();
    if (rest_.empty()) return nullptr;
    if (depth > kDeepestFrontMatter) {
      rest_ = {};
      return nullptr;
    }
    if (is_quote(rest_[0])) {
      const std::string_view begin = rest_;
      std::string text;
      const bool closed = take_quoted(text);
      if (stops.empty()) skip_space();
      if (closed && (!stops.empty() || rest_.empty())) return text;
      rest_ = begin;  // "'Tis the season" or "“Fog” closes port": the quotes are of the text
      return plain(stops);
    }
    if (rest_[0] == '[') return list(depth);
    if (rest_[0] == '{') return object(depth);
    return plain(stops);
  }

 private:
  void skip_space() {
    for (;;) {
      rest_.remove_prefix(std::min(rest_.find_first_not_of(kSpace), rest_.size()));
      if (!rest_.starts_with('#')) return;
      rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size()));
    }
  }

  bool take(char c) {
    skip_space();
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  json list(int depth) {
    json items = json::array();
    take('[');
    while (!take(']') && !rest_.empty()) {
      json item = value(",]", depth + 1);
      if (!item.is_null() && item != "") items.push_back(std::move(item));
      if (!take(',') && !rest_.starts_with(']')) skip_character();
    }
    return items;
  }

  json object(int depth) {
    json fields = json::object();
    take('{');
    while (!take('}') && !rest_.empty()) {
      const json key = value(":=,}", depth + 1);
      const bool has_value = take(':') || take('=');
      if (key.is_string()) fields[key.get<std::string>()] = has_value ? value(",}", depth + 1) : json();
      if (!take(',') && !rest_.starts_with('}')) skip_character();
    }
    return fields;
  }

  // What cannot stand here, so that every turn of a loop takes something.
  void skip_character() { rest_.remove_prefix(std::min<std::size_t>(1, rest_.size())); }

  // False where the quotes do not end.
  bool take_quoted(std::string& text) {
    const char quote = rest_[0];
    const bool triple = toml_ && rest_.size() > 2 && rest_[1] == quote && rest_[2] == quote;
    const std::string_view end = rest_.substr(0, triple ? 3 : 1);
    rest_.remove_prefix(end.size());
    for (;;) {
      if (!toml_ && quote == '\'' && rest_.starts_with("''")) {
        text += quote;
        rest_.remove_prefix(2);
      } else if (rest_.empty() || rest_.starts_with(end)) {
        break;
      } else if (quote == '"' && rest_[0] == '\\') {
        escape(text);
      } else {
        text += rest_[0];
        rest_.remove_prefix(1);
      }
    }
    const bool closed = !rest_.empty();
    rest_.remove_prefix(std::min(end.size(), rest_.size()));
    text = folded(triple ? trimmed(text) : std::string_view(text));
    return closed;
  }

  void escape(std::string& text) {
    const char c = rest_.size() > 1 ? rest_[1] : '\\';
    rest_.remove_prefix(std::min<std::size_t>(2, rest_.size()));
    const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits > 0) return append_code(hexadecimal(digits), text);
    text += c == 'n' ? '\n' : c == 't' || c == 'r' || c == '\n' ? ' ' : c;
  }

  static void append_code(std::uint32_t code, std::string& text) {
    const bool is_character = code > 0 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF);
    append_character(text, is_character ? static_cast<CodePoint>(code) : 0xFFFD);
  }

  std::uint32_t hexadecimal(std::size_t digits) {
    std::uint32_t code = 0;
    for (; digits > 0 && !rest_.empty() && std::isxdigit(static_cast<unsigned char>(rest_[0])); --digits) {
      const char c = rest_[0];
      code = code * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
      rest_.remove_prefix(1);
    }
    return code;
  }

  // Ends at a comment; within brackets also where one of `stops` is met ("a:b" is no key).
  json plain(std::string_view stops) {
    std::size_t end = 0;
    for (; end < rest_.size(); ++end) {
      const char c = rest_[end];
      if (c == '#' && end > 0 && is_space(rest_[end - 1])) break;
      const bool key_end = c != ':' || end + 1 == rest_.size() || is_space(rest_[end + 1]);
      if (stops.find(c) != std::string_view::npos && key_end) break;
    }
    const std::string text = folded(trimmed(without_properties(rest_.substr(0, end))));
    rest_.remove_prefix(end);
    if (!toml_ && (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL")) return nullptr;
    return text;
  }

  // "!!str Ann Lee", "&writer Ann Lee": what YAML says about a value before it.
  std::string_view without_properties(std::string_view text) const {
    while (!toml_ && (text.starts_with("!") || text.starts_with("&"))) {
      const std::size_t end = text.find_first_of(kSpace);
      if (end < 2 || end == std::string_view::npos) break;
      text = trimmed(text.substr(end));
    }
    return text;
  }

  std::string_view rest_;
  bool toml_;
};

}  // namespace

json read_front_matter_value(std::string_view written, FrontMatterStyle style) {
  return ValueReader(written, style).value({}, 0);
}

void OpenValue::add_line(std::string_view line) {
  const bool toml = style_ == FrontMatterStyle::toml;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    const std::string_view rest = line.substr(at);
    if (quote_ != 0) {
      const bool escapes = quote_ == '"' ? c == '\\' : !toml && rest.starts_with("''");
      if (escapes) {
        ++at;
      } else if (c == quote_ && (!triple_ || (rest.size() > 2 && rest[1] == c && rest[2] == c))) {
        if (triple_) at += 2;
        quote_ = 0;
        before_ = c;
      }
      continue;
    }
    if (c == '#' && (at == 0 || is_space(line[at - 1]))) return;
    const bool begins = before_ == 0 || (depth_ > 0 && kBeforeValue.find(before_) != std::string_view::npos);
    if (is_quote(c) && begins) {
      quote_ = c;
      triple_ = toml && rest.size() > 2 && rest[1] == c && rest[2] == c;
      if (triple_) at += 2;
    } else if (c == '[' || c == '{') {
      if (begins) ++depth_;
    } else if ((c == ']' || c == '}') && depth_ > 0) {
      --depth_;
    }
    if (!is_space(c)) before_ = c;
  }
}

}  // namespace backfile
