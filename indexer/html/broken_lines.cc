#include "indexer/html/broken_lines.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>
#include <utility>

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

// Of each line but the first: does a paragraph begin with it?
std::vector<bool> begin_paragraphs(const std::vector<BrokenLine>& lines) {
  std::vector<bool> begins;
  std::size_t bytes = 0;
  std::size_t indented = 0;
  std::size_t found = 0;
  std::string before;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string line = clean_value(lines[i].text);
    bytes += line.size();
    if (i > 0) {
      begins.push_back(is_prose(before, kFewestWords) && (is_indented(lines[i].text) || begins_sentence(line)));
      found += begins.back();
      indented += is_indented(lines[i].text);
    }
    before = line;
  }
  const std::size_t least = indented == begins.size() ? kLeastOfIndented : kLeastMean;
  const bool most = found >= kFewestBreaks && (begins.size() - found) * kOfBreaks <= begins.size();
  if (!most || bytes < least * lines.size()) begins.assign(begins.size(), false);
  return begins;
}

}  // namespace

std::vector<BrokenLine> join_lines(std::vector<BrokenLine> lines, bool may_be_paragraphs) {
  std::vector<bool> begins;
  if (may_be_paragraphs && lines.size() > kFewestBreaks) begins = begin_paragraphs(lines);
  begins.resize(lines.size());
  std::vector<BrokenLine> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || begins[i - 1]) {
      paragraphs.push_back(std::move(lines[i]));
      continue;
    }
    BrokenLine& last = paragraphs.back();
    if (last.first_break == 0) last.first_break = last.text.size();
    last.text += lines[i].text;
    last.link_bytes += lines[i].link_bytes;
    if (last.first == 0) last.first = lines[i].first;
  }
  return paragraphs;
}

}  // namespace backfile
