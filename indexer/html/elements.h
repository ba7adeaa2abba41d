// What HTML's elements are to the text of a page.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace backfile {

// Elements of HTML and NITF that end a line of text where they begin and end. All others stand in it, as in browsers:
// also those that nobody knows, what word processors and publishers call "st1:city", "person", "x-link".
inline bool is_block_element(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "address",  "article", "aside",   "block",  "blockquote", "body", "bq",     "caption", "center",   "col",
      "colgroup", "dd",      "details", "dialog", "dir",        "div",  "dl",     "dt",      "fieldset", "figcaption",
      "figure",   "footer",  "form",    "h1",     "h2",         "h3",   "h4",     "h5",      "h6",       "head",
      "header",   "hgroup",  "hl1",     "hl2",    "hr",         "html", "legend", "li",      "listing",  "main",
      "menu",     "nav",     "ol",      "p",      "plaintext",  "pre",  "search", "section", "summary",  "table",
      "tbody",    "td",      "tfoot",   "th",     "thead",      "tr",   "ul",     "xmp"};
  static_assert(std::ranges::is_sorted(kNames));
  return std::ranges::binary_search(kNames, name);
}

// Elements whose content is not text that readers see.
inline bool is_unseen_element(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "applet",   "area",     "audio",    "base",     "button",   "canvas", "datalist", "embed",    "frame",
      "frameset", "iframe",   "input",    "link",     "map",      "meta",   "meter",    "noframes", "noscript",
      "object",   "optgroup", "option",   "param",    "progress", "rp",     "script",   "select",   "source",
      "style",    "svg",      "template", "textarea", "title",    "track",  "video"};
  return std::ranges::find(kNames, name) != std::ranges::end(kNames);
}

// 1 to 6 for <h1> to <h6>, else 0.
inline int heading_level(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

}  // namespace backfile
