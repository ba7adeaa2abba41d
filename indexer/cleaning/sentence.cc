#include "indexer/cleaning/sentence.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "index/character.h"
#include "index/fold.h"
#include "index/tokenizer.h"
#include "indexer/cleaning/character_before.h"

namespace backfile {
namespace {

constexpr std::uint32_t kShortestSentence = 3;    // words
constexpr std::size_t kLongestAbbreviation = 12;  // bytes
constexpr std::size_t kLooksAhead = 4096;         // bytes: hostile text must not make this take long

constexpr std::string_view kAbbreviations[] = {
    "adm", "apr", "aug",  "ave", "bzw", "capt", "cia",  "cie", "co",  "col", "corp", "dec", "dept", "dr", "etc",
    "feb", "gen", "gov",  "inc", "jan", "jr",   "lt",   "ltd", "maj", "mio", "mr",   "mrd", "mrs",  "ms", "mt",
    "nov", "oct", "prof", "rep", "rev", "sen",  "sept", "sgt", "sr",  "sra", "st",   "str", "vs"};
constexpr std::string_view kBeforeNumbers[] = {"no", "nr", "vol", "fig", "pp"};  // "No. 5"

bool is_closing(CodePoint c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0xBB || c == 0x300D ||
         c == 0x300F || c == 0xFF09 || c == 0x203A;
}

bool is_wide_stop(CodePoint c) { return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E; }

bool is_stop(CodePoint c) { return c == '.' || c == '!' || c == '?' || c == 0x2026 || is_wide_stop(c); }

// The byte behind the last character that is no closing quote or bracket.
std::size_t end_without_closing(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0 && is_closing(character_before(line, end))) end = begin_before(line, end);
  return end;
}

// Is the full stop at byte `stop` that of an abbreviation?
bool is_abbreviation(std::string_view text, std::size_t stop) {
  std::size_t begin = stop;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '(') {
    if (stop - begin >= kLongestAbbreviation) return false;
    --begin;
  }
  const std::string_view word = text.substr(begin, stop - begin);
  if (word.find('.') != std::string_view::npos) {  // U.S, z.B, e.g; not 3.5
    return word.find_first_of("0123456789") == std::string_view::npos;
  }
  const Character first = character_at(word, 0);
  if (first.end == word.size() && u_isupper(first.code)) return true;  // J
  const std::string folded = fold(word);
  if (std::ranges::count(kAbbreviations, folded) > 0) return true;
  const bool number_follows = stop + 2 < text.size() && text[stop + 1] == ' ' && is_digit(text[stop + 2]);
  return number_follows && std::ranges::count(kBeforeNumbers, folded) > 0;
}

// May a sentence begin at `at`, where one before it has ended?
bool may_begin(std::string_view text, std::size_t at) {
  const CodePoint c = character_at(text, at).code;
  return c < 0 || !u_islower(c);
}

// The byte behind the sentence that the text begins with, closing quotes included; the text's end where there is none.
std::size_t end_of_sentence(std::string_view text) {
  for (std::size_t at = 0; at < text.size() && at < kLooksAhead;) {
    const Character c = character_at(text, at);
    const std::size_t stop = at;
    at = c.end;
    if (!is_stop(c.code) || (c.code == '.' && is_abbreviation(text, stop))) continue;
    std::size_t end = at;
    for (Character next = character_at(text, end); is_closing(next.code) || is_stop(next.code);
         next = character_at(text, end)) {
      end = next.end;
    }
    at = end;
    if (end == text.size()) return end;
    if (is_wide_stop(c.code)) return end;
    const bool ended = text[end] == ' ' && may_begin(text, end + 1);
    if (ended && count_words(text.substr(0, end)) >= kShortestSentence) return end;
  }
  return text.size();
}

}  // namespace

bool ends_with_full_stop(std::string_view line) {
  const std::size_t end = end_without_closing(line);
  const CodePoint last = character_before(line, end);
  if (last == 0x3002 || last == 0xFF0E) return true;
  return last == '.' && !line.substr(0, end).ends_with("...") && !is_abbreviation(line, end - 1);
}

bool is_prose(std::string_view line) { return is_prose(line, count_words(line.substr(0, kLooksAhead))); }

bool is_prose(std::string_view line, std::uint32_t words) {
  if (words >= 20) return true;
  return words >= 4 && is_stop(character_before(line, end_without_closing(line)));
}

std::string first_sentence(std::string_view paragraph) {
  std::string_view sentence = paragraph.substr(0, end_of_sentence(paragraph));
  std::size_t cut = 0;
  std::size_t length = 0;
  for (std::size_t at = 0; at < sentence.size(); ++length) {
    if (length == kLongestHeadline) return std::string(sentence.substr(0, cut == 0 ? at : cut)) + "…";
    if (sentence[at] == ' ') cut = at;
    at = character_at(sentence, at).end;
  }
  return std::string(sentence);
}

}  // namespace backfile
