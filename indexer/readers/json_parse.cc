#include "indexer/readers/json_parse.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "indexer/cleaning/text_repair.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestMessage = 200;  // bytes: it quotes the text

// Builds a value as nlohmann's own parser does, but gives up below kDeepestJson and behind kMostJsonValues.
class BoundedBuilder final : public nlohmann::json_sax<json> {
 public:
  json root;
  Rejection fault{Reason::not_json, ""};

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t, const string_t& written) override { return put(written); }
  bool string(string_t& value) override {
    values_ += static_cast<std::size_t>(std::ranges::count(value, '\n'));
    return put(std::move(value));
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return begin(json::object()); }
  bool start_array(std::size_t) override { return begin(json::array()); }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }

  bool key(string_t& name) override {
    member_ = &(*open_.back())[name];
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) override {
    const std::string_view what = error.what();
    const std::size_t kind = what.find("] ");  // "[json.exception.parse_error.101] parse error at …"
    fault.message = clean_value(what.substr(kind == std::string_view::npos ? 0 : kind + 2).substr(0, kLongestMessage));
    return false;
  }

 private:
  json* place(json&& value) {
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    if (open_.back()->is_array()) {
      open_.back()->push_back(std::move(value));
      return &open_.back()->back();
    }
    *member_ = std::move(value);
    return member_;
  }

  bool put(json&& value) {
    if (++values_ > kMostJsonValues) {
      fault = {Reason::too_large, "more than " + std::to_string(kMostJsonValues) + " values and lines"};
      return false;
    }
    place(std::move(value));
    return true;
  }

  bool begin(json&& value) {
    if (open_.size() == kDeepestJson) {
      fault.message = "nested more than " + std::to_string(kDeepestJson) + " levels deep";
      return false;
    }
    ++values_;
    open_.push_back(place(std::move(value)));
    return values_ <= kMostJsonValues || put(nullptr);
  }

  bool end() {
    open_.pop_back();
    return true;
  }

  std::vector<json*> open_;  // stays valid: only the innermost value grows
  json* member_ = nullptr;
  std::size_t values_ = 0;
};

// Four hexadecimal digits behind "\u" at `at`, or -1.
int escaped_unit(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "\\u" || at + 6 > text.size()) return -1;
  int unit = 0;
  for (char c : text.substr(at + 2, 4)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

// Copies the escape at `at` and moves behind it.
void repair_escape(std::string_view text, std::size_t& at, std::string& out) {
  const int unit = escaped_unit(text, at);
  if (unit < 0xD800 || unit > 0xDFFF) {
    out += text.substr(at, 2);
    at += 2;
    return;
  }
  const int next = escaped_unit(text, at + 6);
  const bool pair = unit < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF;
  out += pair ? text.substr(at, 12) : std::string_view("\\ufffd");
  at += pair ? 12 : 6;
}

void append_in_string(char c, std::string& out) {
  if (static_cast<unsigned char>(c) >= 0x20) {
    out += c;
    return;
  }
  std::array<char, 8> escape{};
  std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
  out += escape.data();
}

std::string repair_json(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 64);
  bool in_string = false;
  for (std::size_t at = 0; at < text.size();) {
    if (in_string && text[at] == '\\') {
      repair_escape(text, at, out);
      continue;
    }
    if (text[at] == '"') in_string = !in_string;
    if (in_string) {
      append_in_string(text[at++], out);
      continue;
    }
    bool replaced = false;
    for (std::string_view word : {"NaN", "-Infinity", "Infinity"}) {
      if (replaced || text.substr(at, word.size()) != word) continue;
      out += "null";
      at += word.size();
      replaced = true;
    }
    if (!replaced) out += text[at++];
  }
  return out;
}

}  // namespace

std::variant<json, Rejection> parse_json(std::string_view utf8) {
  BoundedBuilder first;
  if (json::sax_parse(utf8.begin(), utf8.end(), &first)) return std::move(first.root);
  if (first.fault.reason == Reason::too_large) return first.fault;
  const std::string repaired = repair_json(utf8);
  BoundedBuilder second;
  if (repaired != utf8 && json::sax_parse(repaired, &second)) return std::move(second.root);
  return first.fault;
}

}  // namespace backfile
