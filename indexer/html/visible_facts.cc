#include "indexer/html/visible_facts.h"

#include <algorithm>

#include "index/fold.h"
#include "indexer/cleaning/credit_line.h"
#include "indexer/cleaning/sentence.h"
#include "indexer/cleaning/written_date.h"
#include "indexer/html/writers.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestLine = 160;  // bytes
constexpr std::size_t kMostWords = 7;      // of a date
constexpr std::size_t kRowsBefore = 4;     // the headline
constexpr std::size_t kRowsOfHead = 25;
constexpr std::size_t kRowsBehind = 8;  // the body

constexpr std::string_view kUpdated[] = {"updated",      "update",     "modified",    "reviewed",   "revised",
                                         "aktualisiert", "mis a jour", "actualizado", "aggiornato", "更新"};

constexpr std::string_view kMarks[] = {"by ", "written by ", "posted by ", "article by ", "author: ", "author "};

bool says_updated(std::string_view folded) {
  return std::ranges::any_of(kUpdated,
                             [&](std::string_view word) { return folded.find(word) != std::string_view::npos; });
}

bool is_label(std::string_view line) {
  const std::string folded = fold_label(line);
  return std::ranges::count(
             std::initializer_list<std::string_view>{"by", "by:", "article by", "article by:", "text by", "written by",
                                                     "written by:", "author", "author:", "words by", "story by",
                                                     "posted by", "posted by:", "published by", "von", "par", "por"},
             folded) > 0;
}

// "By Ann Lee", and "ByAnn Lee", where only the page's style sets the two apart.
bool begins_with_mark(std::string_view line) {
  if (line.size() > 100 || line.size() < 6) return false;
  const std::string folded = fold(line.substr(0, line.find_first_of("0123456789")));
  const bool glued = line.starts_with("By") && line[2] >= 'A' && line[2] <= 'Z';
  return glued || std::ranges::any_of(kMarks, [&](std::string_view mark) { return folded.starts_with(mark); });
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    if (end > begin) words.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

class Finder {
 public:
  Finder(const MainText& text, const std::string& headline) : text_(text), headline_(fold_label(headline)) {}

  VisibleFacts find() {
    const auto body = std::ranges::find(text_.roles, BlockRole::body);
    const auto first = static_cast<std::size_t>(body - text_.roles.begin());
    const auto last = text_.roles.size() -
                      static_cast<std::size_t>(std::find(text_.roles.rbegin(), text_.roles.rend(), BlockRole::body) -
                                               text_.roles.rbegin());
    const std::size_t title = row_of_headline(first);
    ask(title - std::min(title, kRowsBefore), std::min({first + 3, title + kRowsOfHead, text_.blocks.size()}));
    if (facts_.published.empty() && facts_.updated.empty()) ask(first - std::min(first, kRowsOfHead), first);
    if (last < text_.blocks.size()) ask(last, std::min(last + kRowsBehind, text_.blocks.size()));
    return std::move(facts_);
  }

 private:
  std::size_t row_of_headline(std::size_t first) const {
    for (std::size_t i = std::min(first + 3, text_.blocks.size()); i-- > 0;) {
      const HtmlBlock& block = text_.blocks[i];
      if (block.level == 1 || (!headline_.empty() && fold_label(block.text) == headline_)) return i;
    }
    return first - std::min<std::size_t>(first, 10);
  }

  void ask(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::string& line = text_.blocks[i].text;
      if (line.size() > kLongestLine) continue;
      take_names(i, line);
      const std::string date = date_within(line);
      if (date.empty()) continue;
      const std::string before = fold(line.substr(0, line.find(date)));
      const bool after_label =
          i > 0 && text_.blocks[i - 1].text.size() < 30 && says_updated(fold(text_.blocks[i - 1].text));
      std::string& slot = says_updated(before) || (before.empty() && after_label) ? facts_.updated : facts_.published;
      if (slot.empty()) slot = date;
    }
  }

  void take_names(std::size_t i, const std::string& line) {
    if (!facts_.names.empty()) return;
    if (i > 0 && is_label(text_.blocks[i - 1].text)) facts_.names = writers_of(line, "");
    if (facts_.names.empty()) {
      if (const auto credit = read_credit_line(line)) facts_.names = credit->names;
    }
    if (facts_.names.empty() && begins_with_mark(line) && !ends_with_full_stop(line))
      facts_.names = writers_of(line, "");
    std::erase_if(facts_.names, [](const std::string& name) { return !looks_like_person(name); });
  }

  const MainText& text_;
  const std::string headline_;
  VisibleFacts facts_;
};

}  // namespace

std::string date_within(std::string_view line) {
  if (line.find_first_of("0123456789") == std::string_view::npos) return {};
  const std::vector<std::string_view> words = words_of(line);
  for (std::size_t length = std::min(kMostWords, words.size()); length > 0; --length) {
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
      std::string_view piece(words[i].data(), static_cast<std::size_t>(words[i + length - 1].data() +
                                                                       words[i + length - 1].size() - words[i].data()));
      while (!piece.empty() && std::string_view(",.;:|()").find(piece.back()) != std::string_view::npos)
        piece.remove_suffix(1);
      while (!piece.empty() && std::string_view("(|").find(piece.front()) != std::string_view::npos)
        piece.remove_prefix(1);
      const auto date = read_written_date(piece);
      if (date && date->date && date->date->precision >= Precision::day) return std::string(piece);
    }
  }
  return {};
}

VisibleFacts visible_facts_of(const MainText& text, const std::string& headline) {
  return Finder(text, headline).find();
}

}  // namespace backfile
