#include "indexer/readers/page_charset.h"

#include <algorithm>

#include "index/character.h"

namespace backfile {
namespace {

constexpr std::size_t kPrescanBytes = 8192;

std::size_t find_small(std::string_view text, std::string_view wanted, std::size_t from = 0) {
  if (from > text.size()) return std::string_view::npos;
  const auto found = std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), wanted.begin(),
                                 wanted.end(), [](char a, char b) { return ascii_small(a) == b; });
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

// What stands behind `name` and '=', without quotes.
std::string_view value_behind(std::string_view text, std::string_view name) {
  const std::size_t at = find_small(text, name);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + name.size());
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (!text.starts_with('=')) return {};
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\"'", 1), text.size()));
  return text.substr(0, text.find_first_of(" \t\r\n\"';>/"));
}

}  // namespace

std::string_view charset_in_content_type(std::string_view content_type) {
  return value_behind(content_type.substr(0, kPrescanBytes), "charset");
}

std::string_view charset_in_page(std::string_view page) {
  page = page.substr(0, kPrescanBytes);
  for (std::size_t at = find_small(page, "<meta"); at != std::string_view::npos;
       at = find_small(page, "<meta", at + 5)) {
    const std::string_view tag = page.substr(at, page.find('>', at) - at);
    if (const std::string_view charset = value_behind(tag, "charset"); !charset.empty()) return charset;
  }
  const std::size_t declaration = page.find("<?xml");
  if (declaration == std::string_view::npos) return {};
  return value_behind(page.substr(declaration, page.find("?>") - declaration), "encoding");
}

}  // namespace backfile
