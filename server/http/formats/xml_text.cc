#include "server/http/formats/xml_text.h"

#include <algorithm>

#include "server/http/snippet.h"

namespace backfile {
namespace {

bool is_forbidden(std::string_view from) {
  const char c = from[0];
  if (c >= 0 && c < ' ') return c != '\t' && c != '\n' && c != '\r';
  return from.starts_with("\xEF\xBF\xBE") || from.starts_with("\xEF\xBF\xBF");
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string allowed;
  while (!text.empty()) {
    const bool leaves_out = is_forbidden(text);
    const std::size_t length = text[0] == '\xEF' ? std::min<std::size_t>(3, text.size()) : 1;
    if (!leaves_out) allowed.append(text.substr(0, length));
    text.remove_prefix(length);
  }
  return escape_html(allowed);
}

std::string xml_element(std::string_view name, std::string_view text) {
  if (text.empty()) return "";
  return std::string("<").append(name).append(">").append(xml_text(text)).append("</").append(name).append(">");
}

}  // namespace backfile
