#include "indexer/html/broken_lines.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>

#include "index/character.h"
#include "indexer/cleaning/sentence.h"
#include "indexer/cleaning/text_repair.h"

namespace backfile {
namespace {

constexpr std::size_t kFewestBreaks = 2;
constexpr std::size_t kLeastMean = 100;       // bytes of a line
constexpr std::size_t kLeastOfIndented = 40;  // the same, where all lines but the first are indented
constexpr std::uint32_t kFewestWords = 4;     // of a sentence
constexpr std::size_t kOfBreaks = 4;          // one of so many breaks may be inside of a paragraph

// By a space that does not break, or one as wide as a Chinese character.
bool is_indented(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t\r\n"), line.size());
  return line.substr(begin).starts_with("\u00A0") || line.substr(begin).starts_with("\u3000");
}

// A letter that is not a small one, behind what quotations and speeches begin with.
bool begins_sentence(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const Character c = character_at(line, at);
    if (u_isalnum(c.code)) return !u_islower(c.code);
    at = c.end;
  }
  return false;
}

}  // namespace

std::vector<bool> begin_paragraphs(const std::vector<std::string>& lines) {
  std::vector<bool> begins;
  std::size_t bytes = 0;
  std::size_t indented = 0;
  std::size_t found = 0;
  std::string before;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string line = clean_value(lines[i]);
    bytes += line.size();
    if (i > 0) {
      begins.push_back(is_prose(before, kFewestWords) && (is_indented(lines[i]) || begins_sentence(line)));
      found += begins.back();
      indented += is_indented(lines[i]);
    }
    before = line;
  }
  const std::size_t least = indented == begins.size() ? kLeastOfIndented : kLeastMean;
  const bool most = found >= kFewestBreaks && (begins.size() - found) * kOfBreaks <= begins.size();
  if (!most || bytes < least * lines.size()) begins.assign(begins.size(), false);
  return begins;
}

}  // namespace backfile
