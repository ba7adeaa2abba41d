// What readers see beside an article's text: lines with its writers and its date, above the text or right behind it.
#pragma once

#include <string>
#include <vector>

#include "indexer/html/main_text.h"

namespace backfile {

struct VisibleFacts {
  std::vector<std::string> names;  // of the byline
  std::string published;           // as written
  std::string updated;             // a date that is called one of change
};

// Lines are asked from a few before the headline to the beginning of the body, then a few behind its end.
VisibleFacts visible_facts_of(const MainText& text, const std::string& headline);

// The date inside a short line ("Posted on March 3, 2025 | 5 min read"), as written there; empty where there is none
// with a day.
std::string date_within(std::string_view line);

}  // namespace backfile
