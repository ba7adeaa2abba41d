#include "indexer/cleaning/paragraphs.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <optional>

#include "index/character.h"
#include "indexer/cleaning/character_before.h"
#include "indexer/cleaning/credit_line.h"
#include "indexer/cleaning/text_repair.h"

namespace backfile {
namespace {

constexpr std::size_t kNarrowest = 30;
constexpr std::size_t kWidest = 130;
constexpr std::size_t kIndent = 2;

struct RawLine {
  std::string_view text;   // trimmed
  std::size_t indent = 0;  // a tab counts as four
  std::size_t width = 0;   // characters of text
  bool bullet = false;
};

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

RawLine read_line(std::string_view raw) {
  RawLine line;
  std::size_t begin = 0;
  for (; begin < raw.size() && (raw[begin] == ' ' || raw[begin] == '\t'); ++begin) {
    line.indent += raw[begin] == '\t' ? 4 : 1;
  }
  std::size_t end = raw.size();
  while (end > begin && (raw[end - 1] == ' ' || raw[end - 1] == '\t')) --end;
  line.text = raw.substr(begin, end - begin);
  line.width = width_of(line.text);
  line.bullet = !bullet_text(line.text).empty();
  return line;
}

std::vector<RawLine> read_lines(std::string_view text) {
  std::vector<RawLine> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(read_line(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return lines;
}

bool begins_small(std::string_view text) { return u_islower(character_at(text, 0).code); }

// Below a headline of one line: "by Ann Lee", "mardi 4 mars 2025".
bool is_small_credit(const std::vector<RawLine>& lines, std::size_t i) {
  const bool second = i == 1 || (i > 1 && lines[i - 2].text.empty());
  return second && begins_small(lines[i].text) && read_credit_line(lines[i].text);
}

// The usual width of a line that another follows, where the text is wrapped.
std::optional<std::size_t> wrap_width(const std::vector<RawLine>& lines) {
  std::vector<std::size_t> widths;
  std::size_t small = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const RawLine& line = lines[i];
    const RawLine& next = lines[i + 1];
    if (line.text.empty() || next.text.empty() || next.bullet || is_small_credit(lines, i + 1)) continue;
    if (next.indent >= line.indent + kIndent && !line.bullet) continue;
    widths.push_back(line.width);
    if (begins_small(next.text)) ++small;
  }
  if (small == 0 || small * 5 < widths.size()) return std::nullopt;
  const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
  std::ranges::nth_element(widths, middle);
  if (*middle < kNarrowest || *middle > kWidest) return std::nullopt;
  return *middle;
}

// Does `next` go on with the paragraph that `line` stands in, in text wrapped at `width`?
bool goes_on(const RawLine& line, const RawLine& next, bool in_bullet, std::size_t width) {
  if (next.bullet) return false;
  if (next.indent >= line.indent + kIndent) return in_bullet;
  if (begins_small(next.text)) return line.width * 10 >= width * 6;
  const std::string_view word = next.text.substr(0, next.text.find(' '));
  return line.width + 1 + width_of(word) >= width;
}

// "year-" and "ago" meet without a space, and so do characters of scripts that put none between words.
void append_line(std::string& paragraph, std::string_view next) {
  const CodePoint last = character_before(paragraph, paragraph.size());
  const bool unspaced = is_unspaced(last) && is_unspaced(character_at(next, 0).code);
  const bool hyphen = paragraph.size() > 1 && paragraph.back() == '-' && paragraph[paragraph.size() - 2] != ' ' &&
                      paragraph[paragraph.size() - 2] != '-' && begins_small(next);
  if (!unspaced && !hyphen) paragraph += ' ';
  paragraph += next;
}

}  // namespace

std::vector<Paragraph> split_paragraphs(std::string_view repaired) {
  const std::vector<RawLine> lines = read_lines(repaired);
  const std::optional<std::size_t> width = wrap_width(lines);
  std::vector<Paragraph> paragraphs;
  bool gap = true;
  bool in_bullet = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const RawLine& line = lines[i];
    const bool joins = !line.text.empty() && !gap && width && !is_small_credit(lines, i);
    if (joins && goes_on(lines[i - 1], line, in_bullet, *width)) {
      append_line(paragraphs.back().text, line.text);
    } else if (!line.text.empty()) {
      paragraphs.push_back({std::string(line.text), gap});
      in_bullet = line.bullet;
    }
    gap = line.text.empty();
  }
  for (Paragraph& paragraph : paragraphs) paragraph.text = one_line(paragraph.text);
  return paragraphs;
}

std::string_view bullet_text(std::string_view line) {
  constexpr std::string_view kBullets[] = {"- ", "* ", "– ", "— ", "•", "●", "▪", "■", "◦", "‣", "►", "· "};
  for (std::string_view bullet : kBullets) {
    if (!line.starts_with(bullet)) continue;
    const std::size_t begin = line.find_first_not_of(" \t", bullet.size());
    return begin == std::string_view::npos ? std::string_view() : line.substr(begin);
  }
  return {};
}

std::string_view entry_text(std::string_view line) {
  constexpr std::size_t kMostDigits = 3;  // "2025. The year of fog" is none
  if (const std::string_view text = bullet_text(line); !text.empty()) return text;
  const std::size_t end = line.find_first_not_of("0123456789");
  if (end == 0 || end > kMostDigits || end == std::string_view::npos) return {};
  const std::string_view rest = line.substr(end);
  return rest.starts_with(". ") || rest.starts_with(") ") ? rest.substr(2) : std::string_view();
}

}  // namespace backfile
