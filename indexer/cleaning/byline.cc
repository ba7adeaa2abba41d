#include "indexer/cleaning/byline.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>

#include "index/character.h"
#include "index/fold.h"
#include "index/word_list.h"
#include "indexer/cleaning/byline_names.h"
#include "indexer/cleaning/byline_pieces.h"
#include "indexer/cleaning/calendar_words.h"
#include "indexer/cleaning/credit_words.h"
#include "indexer/cleaning/credit_works.h"
#include "indexer/cleaning/sentence.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestByline = 200;  // bytes
constexpr std::size_t kMostNameWords = 6;

// A line with one of these is a heading or an end mark, not a signature.
constexpr std::string_view kHeadingWords[] = {
    "a",           "about",      "advertisement", "an",      "analysis",   "and",    "background", "conclusion",
    "conclusions", "contact",    "context",       "credits", "disclaimer", "end",    "ends",       "finally",
    "for",         "further",    "how",           "in",      "more",       "next",   "notes",      "of",
    "outlook",     "references", "related",       "search",  "share",      "source", "sources",    "summary",
    "takeaway",    "takeaways",  "the",           "what",    "who",        "why"};

// "d'Arc", "al-Sayed": a capital behind a small part of few letters.
bool has_capital_inside(std::string_view word) {
  constexpr std::size_t kLongestBefore = 5;
  for (std::string_view mark : {"'", "’", "-"}) {
    const std::size_t at = word.find(mark);
    if (at < kLongestBefore && is_capitalised(word.substr(at + mark.size()))) return true;
  }
  return false;
}

bool is_word_of_names(std::string_view word) {
  return is_capitalised(word) || is_particle(fold(word)) || has_capital_inside(word);
}

// Could these words, found on a line of a page, be a name?
bool looks_like_name(const Words& words) {
  return !words.empty() && words.size() <= kMostNameWords && is_capitalised(words[0]) &&
         std::ranges::all_of(words, is_word_of_names);
}

// Names, of which the first is one, and what may stand behind them: roles, agencies, places ("in Paris").
bool are_names_and_roles(const std::vector<BylinePiece>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Words& words = pieces[i].words;
    const bool role = i > 0 && (has_role_word(words) || is_capitalised(words[0]) || is_agency(fold(joined(words))));
    const bool behind_name = i > 0 && pieces[0].words.size() > 1 && is_preposition(words[0], false);
    if (!role && !behind_name && !looks_like_name(before_preposition(words))) return false;
  }
  return !pieces.empty();
}

// "(Reporting by Ann Lee.)"
std::string_view without_brackets(std::string_view line) {
  if (!line.starts_with('(') || !line.ends_with(')')) return line;
  line = line.substr(1, line.size() - 2);
  while (line.ends_with('.')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::vector<std::string> names_of_credit(std::string_view written) {
  const std::string credit = with_plain_commas(written);
  std::vector<std::string> names;
  for (const WritingPart& part : writing_parts(credit)) {
    add_names(names_of(pieces_of(behind_byline_mark(part.text, BylineText::credit).value_or(part.text))), names);
  }
  return names;
}

std::vector<std::string> names_of_byline(std::string_view line, BylineText kind) {
  line = without_brackets(line);
  if (line.size() > kLongestByline || ends_with_full_stop(line)) return {};
  const std::string plain = with_plain_commas(line);
  std::vector<std::string> names;
  for (const WritingPart& part : writing_parts(plain)) {
    const auto behind = behind_byline_mark(part.text, kind);
    if (!behind && !part.marked) return {};
    std::string_view credit = behind.value_or(part.text);
    credit = behind_byline_mark(credit, kind).value_or(credit);  // "By By Ann Lee"
    const std::vector<BylinePiece> pieces = pieces_of(credit);
    if (!are_names_and_roles(pieces)) return {};
    add_names(names_of(pieces), names);
  }
  std::erase_if(names, [](const std::string& name) { return is_account(fold(std::string_view(name))); });
  return names;
}

bool has_role_word(std::string_view text) { return has_role_word(words_of_credit(text)); }

std::string name_of_signature(std::string_view line) {
  for (std::string_view dash : {"— ", "– ", "- ", "—", "–"}) {
    if (!line.starts_with(dash)) continue;
    line.remove_prefix(dash.size());
    break;
  }
  const Words words = words_of_credit(line);
  if (words.empty() || words.size() > 3 || !looks_like_name(words)) return {};
  for (std::string_view word : words) {
    const std::string folded = fold(word);
    if (is_one_of(folded, kHeadingWords) || (folded.ends_with("day") && is_weekday(folded))) return {};
    bool small = false;
    for (std::size_t at = 0; at < word.size();) {
      const Character c = character_at(word, at);
      if (!is_letter(c.code) && !is_mark(c.code) && !is_apostrophe(c.code) && c.code != '-') return {};
      small = small || u_islower(c.code);
      at = c.end;
    }
    if (!small) return {};
  }
  return joined(words);
}

void add_names(const std::vector<std::string>& names, std::vector<std::string>& byline) {
  for (const std::string& name : names) {
    if (byline.size() == kMostNames) return;
    if (!name.empty() && std::ranges::find(byline, name) == byline.end()) byline.push_back(name);
  }
}

}  // namespace backfile
