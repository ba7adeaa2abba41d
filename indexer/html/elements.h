// What HTML's elements are to the text of a page.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace backfile {

// Elements that stand in a line of text and do not end it.
inline bool is_inline_element(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "a",      "abbr",   "acronym", "b",    "bdi",  "bdo", "big",  "blink", "cite", "code",  "data",
      "del",    "dfn",    "em",      "font", "g",    "i",   "img",  "ins",   "kbd",  "label", "mark",
      "math",   "nobr",   "q",       "rb",   "rp",   "rt",  "ruby", "s",     "samp", "small", "span",
      "strike", "strong", "sub",     "sup",  "time", "tt",  "u",    "var",   "wbr"};
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
