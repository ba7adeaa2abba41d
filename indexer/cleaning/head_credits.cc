#include "indexer/cleaning/head_credits.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "index/character.h"
#include "index/fold.h"
#include "index/tokenizer.h"
#include "indexer/cleaning/byline.h"
#include "indexer/cleaning/byline_marks.h"
#include "indexer/cleaning/credit_within.h"
#include "indexer/cleaning/date_line.h"
#include "indexer/cleaning/page.h"
#include "indexer/cleaning/sentence.h"
#include "indexer/cleaning/telling_words.h"
#include "indexer/cleaning/writers.h"

namespace backfile {
namespace {

constexpr std::uint32_t kFewestOfSentence = 20;  // words
constexpr std::size_t kLongestTime = 20;         // bytes
constexpr std::size_t kFewestSmall = 4;

// "ChecklistsJust"; not "McLee"
bool has_glued_words(std::string_view text) {
  std::size_t small = 0;  // letters before a capital, with nothing between
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z' && small >= kFewestSmall) return true;
    small = c >= 'a' && c <= 'z' ? small + 1 : 0;
  }
  return false;
}

// Without a mark, capitals alone are a heading.
bool may_be_name(std::string_view text) {
  if (has_digits(text) || has_glued_words(text)) return false;
  constexpr std::string_view kNotInside[] = {" of ", " at ", " for ", " in ", " by ", " to ", ": "};
  const bool inside = std::ranges::any_of(
      kNotInside, [&](std::string_view words) { return text.find(words) != std::string_view::npos; });
  const CodePoint last = character_at(text, text.rfind(' ') + 1).code;
  const bool small = std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; });
  return small && !inside && !u_islower(last) && looks_like_person(text) && !announces_names(text) &&
         !has_role_word(text) && !is_of_screen(text);
}

bool tells_reading_time(std::string_view line) {
  const std::string folded = fold(line);
  const bool read = folded.find("read") != std::string::npos || folded.find("lesezeit") != std::string::npos ||
                    folded.find("lecture") != std::string::npos;
  return has_digits(line) && folded.find(" min") != std::string::npos && read;
}

// Papers, sections and places stand beside dates as writers do, and have capitals as well.
constexpr std::string_view kNotFirst[] = {
    "a",          "an",       "the",    "el",     "la",          "le",          "los",     "las",     "les",
    "der",        "die",      "das",    "il",     "new",         "san",         "santa",   "south",   "north",
    "east",       "west",     "middle", "old",    "real",        "world",       "supreme", "climate", "day",
    "first",      "last",     "late",   "early",  "prep",        "cook",        "total",   "proche",  "near",
    "correction", "breaking", "top",    "latest", "related",     "more",        "our",     "your",    "financial",
    "daily",      "evening",  "sunday", "neue",   "frankfurter", "suddeutsche", "ближнии", "us",      "uk"};
constexpr std::string_view kNotLast[] = {"appended", "arena",  "change",  "city",  "court",   "cup",  "east",
                                         "edition",  "estate", "games",   "house", "kingdom", "park", "stadium",
                                         "states",   "street", "test",    "time",  "two",     "one",  "trafford",
                                         "union",    "world",  "zeitung", "week",  "today"};

bool is_of_other(std::string_view name) {
  const std::string folded = fold_label(name);
  const std::string_view first = std::string_view(folded).substr(0, folded.find(' '));
  const std::string_view last = std::string_view(folded).substr(folded.rfind(' ') + 1);
  return std::ranges::find(kNotFirst, first) != std::end(kNotFirst) ||
         std::ranges::find(kNotLast, last) != std::end(kNotLast);
}

// The name of a line that holds one and at most a place or paper behind it ("Ann Lee in Selwyn").
std::string name_alone(const std::string& line) {
  if (line.size() > kLongestCreditLine) return {};
  const auto names = writers_of(std::string_view(line).substr(0, line.find(" in ")), "");
  return names.empty() || !may_be_name(names[0]) || is_of_other(names[0]) ? std::string() : names[0];
}

// "5 min read" stands beside names as dates do.
bool is_dated(const std::vector<Row>& rows, std::size_t i, const HeadCredits& credits) {
  if (rows[i].text.size() <= kLongestTime && tells_reading_time(rows[i].text)) return true;
  const CreditLine* credit = credit_of(rows, i, credits);
  return credit && !credit->dates.empty();
}

}  // namespace

HeadCredits head_credits_of(const std::vector<Row>& rows, std::size_t begin, std::size_t end,
                            const TellingWords& text) {
  HeadCredits credits;
  for (std::size_t i = begin; i < end; ++i) {
    const Row& row = rows[i];
    const bool sentence = row.prose && (row.words >= kFewestOfSentence || ends_with_full_stop(row.text));
    if (sentence || row.bullet || (row.credit && (!row.credit->dates.empty() || !has_digits(row.text)))) continue;
    CreditLine credit = read_credit_within(row.text).value_or(CreditLine());
    if (row.credit) credit.names = row.credit->names;
    if (i > begin && is_byline_mark(rows[i - 1].text) && credit.names.empty()) {
      credit.names = writers_of(row.text, "");
      std::erase_if(credit.names, [](const auto& name) { return !may_be_name(name) && !is_word_of_name(name); });
      if (!credit.names.empty()) credits[i - 1] = {};
    }
    if (credit.names.empty()) {
      credit.names = names_beside_date(row.text);
      std::erase_if(credit.names,
                    [&](const auto& name) { return !may_be_name(name) || is_of_other(name) || text.speaks_of(name); });
    }
    if (!credit.names.empty() || !credit.dates.empty()) credits[i] = std::move(credit);
  }
  return credits;
}

const CreditLine* credit_of(const std::vector<Row>& rows, std::size_t row, const HeadCredits& credits) {
  const auto found = credits.find(row);
  if (found != credits.end()) return &found->second;
  return rows[row].credit ? &*rows[row].credit : nullptr;
}

void add_name_alone(const std::vector<Row>& rows, std::size_t begin, std::size_t end, const TellingWords& text,
                    HeadCredits& credits) {
  for (std::size_t i = begin; i < end; ++i) {
    const CreditLine* credit = credit_of(rows, i, credits);
    if (credit && !credit->names.empty()) return;
  }
  for (std::size_t i = std::max<std::size_t>(begin, 1); i < end; ++i) {
    const Row& row = rows[i];
    if (row.credit || row.prose || is_furniture(row) || credits.contains(i)) continue;
    const std::string name = name_alone(row.text);
    if (name.empty() || text.speaks_of(name)) continue;
    const bool above_date = i + 1 < rows.size() && is_dated(rows, i + 1, credits);
    if (!above_date && !is_dated(rows, i - 1, credits)) continue;
    credits[i] = CreditLine{{name}, {}};
    return;
  }
}

bool is_sure(std::string_view line, const CreditLine& credit) {
  if (credit.dates.empty() || !credit.names.empty() || credit.dates[0].label != DateLabel::bare) return true;
  return tells_reading_time(line) || count_words(line) <= count_words(credit.dates[0].written);
}

}  // namespace backfile
