#include "indexer/readers/wordpress_text.h"

#include <algorithm>
#include <unordered_map>

#include "index/character.h"

namespace backfile {
namespace {

constexpr std::string_view kMedia[] = {"caption", "wp_caption", "gallery", "playlist", "audio", "video", "embed"};
constexpr std::size_t kLongestCode = 2000;

bool is_code_char(char c) { return is_ascii_alnum(static_cast<unsigned char>(c)) || c == '_' || c == '-'; }

struct Shortcode {
  std::string_view name;  // empty: none begins here
  std::size_t size = 0;   // with its brackets
  bool attributes = false;
  bool closes = false;
};

// The shortcode at the '[' that `text` begins with.
Shortcode shortcode_at(std::string_view text) {
  Shortcode code;
  const std::size_t end = text.substr(0, kLongestCode).find(']');
  if (end == std::string_view::npos) return code;
  std::string_view inner = text.substr(1, end - 1);
  code.closes = inner.starts_with('/');
  if (code.closes) inner.remove_prefix(1);
  const auto name_end = std::ranges::find_if_not(inner, is_code_char);
  code.size = end + 1;
  code.name = inner.substr(0, static_cast<std::size_t>(name_end - inner.begin()));
  code.attributes = inner.find('=') != std::string_view::npos;
  const std::string_view behind = inner.substr(code.name.size());
  if (!behind.empty() && behind[0] != ' ' && behind[0] != '/' && behind[0] != '\n') code.name = {};
  return code;
}

// Where "[/name]" stands for the last time, by name.
std::unordered_map<std::string_view, std::size_t> closings_in(std::string_view text) {
  std::unordered_map<std::string_view, std::size_t> closings;
  for (std::size_t at = text.find("[/"); at != std::string_view::npos; at = text.find("[/", at + 1)) {
    const Shortcode code = shortcode_at(text.substr(at));
    if (!code.name.empty()) closings[code.name] = at;
  }
  return closings;
}

std::string without_shortcodes(std::string_view text) {
  const auto closings = closings_in(text);
  std::string kept;
  std::size_t begin = 0;
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', begin)) {
    kept += text.substr(begin, at - begin);
    const Shortcode code = shortcode_at(text.substr(at));
    const bool media = std::ranges::find(kMedia, code.name) != std::ranges::end(kMedia);
    const auto closing = closings.find(code.name);
    const bool has_closing = closing != closings.end() && closing->second >= at;
    const bool is_code = !code.name.empty() && (code.attributes || media || has_closing);
    begin = at + (is_code ? code.size : 1);
    if (!is_code) kept += '[';
    if (!is_code || !media || code.closes || !has_closing) continue;
    begin = text.find("[/" + std::string(code.name), begin);
    begin += shortcode_at(text.substr(begin)).size;
  }
  return kept.append(text.substr(std::min(begin, text.size())));
}

// A blank line begins a paragraph.
std::string with_paragraphs(std::string_view text) {
  std::string html = "<p>";
  std::size_t breaks = 0;
  for (char c : text) {
    if (c == '\n') ++breaks;
    const bool blank = c == '\n' || c == '\r' || c == ' ' || c == '\t';
    if (!blank && breaks > 1) html += "<p>";
    if (!blank) breaks = 0;
    html += c;
  }
  return html;
}

}  // namespace

std::string html_of_wordpress(std::string_view stored) {
  const std::string text = without_shortcodes(stored);
  const bool has_blocks = text.find("<!-- wp:") != std::string::npos;
  return has_blocks ? text : with_paragraphs(text);
}

}  // namespace backfile
