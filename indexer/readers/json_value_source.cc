#include "indexer/readers/json_value_source.h"

namespace backfile {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Ends a number or a literal.
bool ends_scalar(char c) { return is_space(c) || c == ',' || c == ']' || c == '}' || c == '[' || c == '{' || c == '"'; }

}  // namespace

std::optional<char> JsonValueSource::take() {
  if (begin_ == end_) {
    begin_ = 0;
    end_ = stream_.read(buffer_);
    if (end_ == 0) return std::nullopt;
  }
  return buffer_[begin_++];
}

// Up to the value's first character. The array's own brackets, commas and a byte order mark are passed over.
bool JsonValueSource::skip_to_value() {
  while (const std::optional<char> c = take()) {
    if (is_space(*c) || *c == ',' || *c == ']' || *c == '\xEF' || *c == '\xBB' || *c == '\xBF') continue;
    const bool opens_array = first_ && *c == '[';
    first_ = false;
    if (opens_array) continue;
    --begin_;
    return true;
  }
  return false;
}

void JsonValueSource::keep(char c) {
  if (value_.size() < most_) {
    value_ += c;
  } else {
    too_large_ = true;
  }
}

void JsonValueSource::take_string() {
  bool escaped = false;
  while (const std::optional<char> c = take()) {
    keep(*c);
    if (!escaped && *c == '"') return;
    escaped = !escaped && *c == '\\';
  }
  cut_off_ = true;
}

void JsonValueSource::take_nested() {
  std::size_t depth = 1;
  while (const std::optional<char> c = take()) {
    keep(*c);
    if (*c == '"') take_string();
    if (*c == '{' || *c == '[') ++depth;
    if ((*c == '}' || *c == ']') && --depth == 0) return;
  }
  cut_off_ = true;
}

void JsonValueSource::take_scalar() {
  while (const std::optional<char> c = take()) {
    if (ends_scalar(*c)) {
      --begin_;
      return;
    }
    keep(*c);
  }
}

bool JsonValueSource::next(JsonValueText& value) {
  value_.clear();
  too_large_ = cut_off_ = false;
  if (!skip_to_value()) return false;
  const char first = *take();
  keep(first);
  if (first == '{' || first == '[') {
    take_nested();
  } else if (first == '"') {
    take_string();
  } else if (first != '}') {
    take_scalar();
  }
  if (cut_off_ && stream_.fault()) return false;
  if (cut_off_) {
    value = {{}, JsonValueFault::cut_off};
  } else if (too_large_) {
    value = {{}, JsonValueFault::too_large};
  } else {
    value = {value_, JsonValueFault::none};
  }
  return true;
}

}  // namespace backfile
