#include "indexer/html/credit_of_block.h"

#include "index/character.h"
#include "indexer/cleaning/byline_marks.h"

namespace backfile {
namespace {

// "By", "Ann Lee and", "Ann Lee,"
bool goes_on(std::string_view line) {
  if (is_byline_mark(line)) return true;
  for (std::string_view end : {",", ":", "&", "/", " and", " und", " et", " y"}) {
    if (line.ends_with(end)) return true;
  }
  return false;
}

// "and Bo Chan", "& Bo Chan", "By Bo Chan"
bool goes_on_with_names(std::string_view line) {
  while (line.starts_with(' ')) line.remove_prefix(1);
  const std::string small = ascii_lowered(line.substr(0, 4));
  return small.starts_with("and ") || small.starts_with("& ") || behind_byline_mark(line, BylineText::line).has_value();
}

}  // namespace

std::string_view credit_of_block(const HtmlBlock& block) {
  const std::string_view first = std::string_view(block.text).substr(0, block.first_line);
  if (first.empty() || goes_on(first) || goes_on_with_names(std::string_view(block.text).substr(first.size()))) {
    return block.text;
  }
  return first;
}

}  // namespace backfile
