#include "indexer/readers/markup.h"

#include <algorithm>

#include "index/character.h"
#include "indexer/html/html_fragment.h"
#include "indexer/readers/xml/html_entity.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestName = 32;

// Those that texts have; sorted.
constexpr std::string_view kTags[] = {
    "a",      "abbr",    "aside", "b",     "big",    "blockquote", "br",      "caption", "center",     "cite",
    "code",   "dd",      "del",   "div",   "dl",     "dt",         "em",      "embed",   "figcaption", "figure",
    "font",   "h1",      "h2",    "h3",    "h4",     "h5",         "h6",      "hr",      "i",          "iframe",
    "img",    "ins",     "li",    "mark",  "ol",     "p",          "picture", "pre",     "q",          "s",
    "script", "section", "small", "span",  "strike", "strong",     "style",   "sub",     "sup",        "table",
    "tbody",  "td",      "th",    "thead", "time",   "tr",         "tt",      "u",       "ul",         "video"};
static_assert(std::ranges::is_sorted(kTags));
constexpr std::string_view kEmptyTags[] = {"br", "embed", "hr", "img"};

std::string name_at(std::string_view text) {
  const auto end = std::ranges::find_if_not(text, [](char c) { return is_ascii_alnum(static_cast<unsigned char>(c)); });
  return ascii_lowered(text.substr(0, static_cast<std::size_t>(end - text.begin())));
}

// `rest` stands behind a '<'. A tag that begins something must have attributes, unless it needs no end.
bool is_tag(std::string_view rest) {
  const bool end = rest.starts_with('/');
  if (end) rest.remove_prefix(1);
  const std::string name = name_at(rest.substr(0, kLongestName));
  if (!std::ranges::binary_search(kTags, std::string_view(name))) return false;
  rest.remove_prefix(name.size());
  if (end) return rest.starts_with('>');
  const std::size_t begin = rest.find_first_not_of(" \t\r\n/");
  if (begin == std::string_view::npos) return false;
  const bool empty = std::ranges::find(kEmptyTags, name) != std::ranges::end(kEmptyTags);
  if (rest[begin] == '>') return empty || begin > 0;
  const std::size_t attribute = name_at(rest.substr(begin, kLongestName)).size();
  return begin > 0 && attribute > 0 && rest.substr(begin + attribute).starts_with('=');
}

// `rest` stands behind a '&'.
bool is_entity(std::string_view rest) {
  const std::size_t end = rest.substr(0, kLongestName).find(';');
  if (end == std::string_view::npos || end == 0) return false;
  const std::string name(rest.substr(0, end));
  if (name[0] == '#') return end > 1 && name.find_first_not_of("0123456789abcdefABCDEFxX", 1) == std::string::npos;
  return !html_entity(name).empty();
}

bool any_behind(std::string_view text, char mark, bool (*is_it)(std::string_view)) {
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
    if (is_it(text.substr(at + 1))) return true;
  }
  return false;
}

}  // namespace

bool has_tags(std::string_view text) { return any_behind(text, '<', is_tag); }

bool has_entities(std::string_view text) { return any_behind(text, '&', is_entity); }

bool has_blocks(std::string_view text) {
  constexpr std::string_view kBlockTags[] = {"</p>",  "<p>",           "<br",  "</div>", "</li>",
                                             "</h2>", "</blockquote>", "</P>", "<BR"};
  return text.find('<') != std::string_view::npos && std::ranges::any_of(kBlockTags, [&](std::string_view tag) {
           return text.find(tag) != std::string_view::npos;
         });
}

std::string lines_of_markup(std::string_view text) {
  if (!has_markup(text)) return std::string(text);
  std::string plain;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (has_markup(line)) {
      plain += line.substr(0, line.find_first_not_of(" \t"));  // an indent begins a paragraph of wrapped text
      for (const std::string& paragraph : paragraphs_of_html(line)) plain += paragraph + "\n";
    } else {
      plain.append(line).append("\n");
    }
    begin = end + 1;
  }
  return plain;
}

std::vector<std::string> paragraphs_of_escaped_html(std::string_view html) {
  std::vector<std::string> paragraphs;
  for (std::string& paragraph : paragraphs_of_html(html)) {
    if (!has_tags(paragraph)) {
      paragraphs.push_back(std::move(paragraph));
      continue;
    }
    for (std::string& inner : paragraphs_of_html(paragraph)) paragraphs.push_back(std::move(inner));
  }
  return paragraphs;
}

}  // namespace backfile
