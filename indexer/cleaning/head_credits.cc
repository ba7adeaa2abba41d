#include "indexer/cleaning/head_credits.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "index/character.h"
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

// "5 min read" stands beside names as dates do.
bool is_dated(const std::vector<Row>& rows, std::size_t i, const HeadCredits& credits) {
  if (rows[i].text.size() <= kLongestTime && has_digits(rows[i].text) && rows[i].text.find(" min") != std::string::npos)
    return true;
  if (rows[i].credit) return !rows[i].credit->dates.empty();
  const auto found = credits.find(i);
  return found != credits.end() && !found->second.dates.empty();
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
    const std::string name = credit.names.empty() ? name_beside_date(row.text) : std::string();
    if (may_be_name(name) && !text.speaks_of(name)) credit.names = {name};
    if (!credit.names.empty() || !credit.dates.empty()) credits[i] = std::move(credit);
  }
  return credits;
}

void add_name_alone(const std::vector<Row>& rows, std::size_t begin, std::size_t end, const TellingWords& text,
                    HeadCredits& credits) {
  const auto names = [&](std::size_t i) {
    const auto found = credits.find(i);
    return rows[i].credit ? !rows[i].credit->names.empty() : found != credits.end() && !found->second.names.empty();
  };
  for (std::size_t i = begin; i < end; ++i) {
    if (names(i)) return;
  }
  for (std::size_t i = std::max<std::size_t>(begin, 1); i < end; ++i) {
    const Row& row = rows[i];
    if (row.credit || row.prose || is_furniture(row) || credits.contains(i)) continue;
    if (!may_be_name(row.text) || text.speaks_of(row.text)) continue;
    const bool above_date = i + 1 < rows.size() && is_dated(rows, i + 1, credits);
    if (!above_date && !is_dated(rows, i - 1, credits)) continue;
    credits[i] = CreditLine{{row.text}, {}};
    return;
  }
}

bool is_sure(std::string_view line, const CreditLine& credit) {
  if (credit.dates.empty() || !credit.names.empty() || credit.dates[0].label != DateLabel::bare) return true;
  const bool has_time = line.find(" min") != std::string_view::npos;  // "March 3, 2025 | 5 min read"
  return has_time || count_words(line) <= count_words(credit.dates[0].written) + 1;
}

}  // namespace backfile
