#include "server/http/snippet.h"

namespace backfile {

std::string escape_html(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string snippet_html(const std::vector<Fragment>& fragments) {
  std::string html;
  for (const Fragment& fragment : fragments) {
    if (!html.empty()) html += " … ";
    for (const Run& run : fragment.runs) {
      const std::string text = escape_html(run.text);
      html += run.matched ? "<mark>" + text + "</mark>" : text;
    }
  }
  return html;
}

}  // namespace backfile
