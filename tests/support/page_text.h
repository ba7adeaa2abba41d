// Text of pages for tests: the phrases that come with the program, and lines that are read as a page.
#pragma once

#include <string>
#include <vector>

#include "index/embedded.h"
#include "indexer/cleaning/page_text.h"
#include "indexer/cleaning/text_repair.h"

namespace backfile {

using Lines = std::vector<std::string>;

// config/boilerplate.txt as the programs have it.
inline const BoilerplateList& default_boilerplate() {
  static const BoilerplateList list =
      BoilerplateList::parse(embedded_file(kConfigFiles, "boilerplate.txt").value_or(""), "boilerplate.txt");
  return list;
}

inline std::string joined(const Lines& lines, const char* between = "\n") {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : between) + line;
  return text;
}

inline Article read_page(std::string_view text, std::int64_t now, bool headline_in_text = true) {
  Article article;
  read_page_text(repair_text(text), {default_boilerplate(), now, headline_in_text}, article);
  complete_article(article, now);
  return article;
}

}  // namespace backfile
