#include "server/http/request_head.h"

#include <algorithm>
#include <optional>

namespace backfile {
namespace {

bool is_token_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_token_byte); }

bool is_answered(const std::string& method) { return method == "GET" || method == "HEAD" || method == "OPTIONS"; }

bool is_control(char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_version(std::string_view text) {
  return text.size() == 8 && text.starts_with("HTTP/") && is_digit(text[5]) && text[6] == '.' && is_digit(text[7]);
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lowered;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool lists(const std::string& list, std::string_view option) {
  std::string_view rest = list;
  while (!rest.empty()) {
    const std::string_view item = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(item.size() + 1, rest.size()));
    if (lower(trimmed(item)) == option) return true;
  }
  return false;
}

// The line at the front of `rest`, without its CRLF; nothing where it does not end with one.
std::optional<std::string_view> take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos || end == 0 || rest[end - 1] != '\r') return std::nullopt;
  const std::string_view line = rest.substr(0, end - 1);
  rest.remove_prefix(end + 1);
  return line;
}

// 0, or the status of the refusal.
int read_request_line(std::string_view line, RequestHead& head) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return 400;
  const std::string_view version = line.substr(last + 1);
  head.method = line.substr(0, first);
  head.target = line.substr(first + 1, last - first - 1);
  head.is_1_1 = version == "HTTP/1.1";
  const bool sound = std::ranges::none_of(head.target, [](char c) { return c == ' ' || is_control(c); });
  if (!is_token(head.method) || head.target.empty() || !sound || !is_version(version)) return 400;
  if (!head.is_1_1 && version != "HTTP/1.0") return 505;
  return head.target.size() > kMaxTargetBytes ? 414 : 0;
}

int read_header(std::string_view line, RequestHead& head) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return 400;
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (std::ranges::any_of(value, [](char c) { return is_control(c) && c != '\t'; })) return 400;
  if (head.headers.size() == kMaxHeaderLines) return 431;
  head.headers.emplace_back(lower(line.substr(0, colon)), value);
  return 0;
}

// What several headers say together.
int weigh_headers(RequestHead& head) {
  std::size_t hosts = 0, lengths = 0;
  bool coded = false, has_body = false, closes = !head.is_1_1;
  for (const auto& [name, value] : head.headers) {
    if (name == "host") ++hosts;
    if (name == "transfer-encoding") coded = has_body = true;
    if (name == "connection" && lists(value, "close")) closes = true;
    if (name != "content-length") continue;
    ++lengths;
    if (value.empty() || value.find_first_not_of("0123456789") != std::string::npos) return 400;
    if (value.find_first_not_of('0') != std::string::npos) has_body = true;
  }
  if (hosts > 1 || (hosts == 0 && head.is_1_1) || lengths > 1 || (lengths > 0 && coded)) return 400;
  if (has_body && is_answered(head.method)) return coded ? 400 : 413;
  head.keeps_alive = !closes && !has_body;
  return 0;
}

}  // namespace

std::size_t head_end(std::string_view bytes, std::size_t seen) {
  constexpr std::size_t kLineEnds = 3;  // the empty line may have begun within what was seen
  for (std::size_t at = bytes.find('\n', seen - std::min(seen, kLineEnds)); at != std::string_view::npos;
       at = bytes.find('\n', at + 1)) {
    const std::string_view after = bytes.substr(at + 1);
    if (after.starts_with("\r\n")) return at + 3;
    if (after.starts_with('\n')) return at + 2;
  }
  return 0;
}

bool may_begin_head(char first) { return is_token_byte(first); }

std::variant<RequestHead, int> parse_request_head(std::string_view rest) {
  RequestHead head;
  const auto request_line = take_line(rest);
  if (!request_line) return 400;
  if (const int status = read_request_line(*request_line, head)) return status;
  for (;;) {
    const auto line = take_line(rest);
    if (!line) return 400;
    if (line->empty()) break;
    if (const int status = read_header(*line, head)) return status;
  }
  if (const int status = weigh_headers(head)) return status;
  return head;
}

}  // namespace backfile
