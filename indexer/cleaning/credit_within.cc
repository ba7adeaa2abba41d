#include "indexer/cleaning/credit_within.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/byline.h"
#include "indexer/cleaning/byline_marks.h"
#include "indexer/cleaning/calendar_words.h"
#include "indexer/cleaning/date_line.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/cleaning/writers.h"

namespace backfile {
namespace {

constexpr std::size_t kMostWords = 7;         // of a date
constexpr int kMostDates = 2;                 // one inside another
constexpr std::size_t kFewestSmallWords = 5;  // of a line that is no credit but a sentence

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    if (end > begin) words.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// A label may touch what it says: "发布时间：2025年3月3日", "Date:2025-03-03".
std::vector<std::string_view> pieces_of(std::string_view line) {
  std::vector<std::string_view> pieces;
  for (std::string_view word : words_of(line)) {
    constexpr std::string_view kWide = "：";
    std::size_t colon = word.find(kWide);
    std::size_t behind = colon + kWide.size();
    if (colon == std::string_view::npos) {
      colon = word.find(':');
      behind = colon + 1;
      if (colon == std::string_view::npos || colon == 0 || is_digit(word[colon - 1])) colon = word.size();
    }
    pieces.push_back(word.substr(0, colon));
    if (colon < word.size() && behind < word.size()) pieces.push_back(word.substr(behind));
  }
  return pieces;
}

std::string_view dot_at(std::string_view line, std::size_t at) {
  for (std::string_view dot : {"•", "·", "●", "|", "—"}) {
    if (line.substr(at).starts_with(dot)) return dot;
  }
  return {};
}

// The month in "LeeMarch", and words that date lines begin with.
bool begins_glued_word(std::string_view line, std::size_t at) {
  constexpr std::string_view kBegin[] = {"updated", "published", "posted"};
  if (at == 0 || line[at] < 'A' || line[at] > 'Z' || !is_ascii_alnum(static_cast<unsigned char>(line[at - 1])))
    return false;
  const std::size_t end = std::min(line.find_first_of(" .,0123456789", at), line.size());
  const std::string word = fold(line.substr(at, end - at));
  return month_of_word(word) || std::ranges::find(kBegin, word) != std::end(kBegin);
}

// What touches the year of "March 3, 2025No comments", "March 3, 20258:23 PM".
bool stands_behind_year(std::string_view line, std::size_t at) {
  if (at < 6 || !is_ascii_alnum(static_cast<unsigned char>(line[at]))) return false;
  const std::string_view year = line.substr(at - 4, 4);
  return (year.starts_with("19") || year.starts_with("20")) && is_digit(year[2]) && is_digit(year[3]) &&
         line[at - 5] == ' ';
}

// The year in "Lee2025-03-03".
bool begins_glued_year(std::string_view line, std::size_t at) {
  const std::string_view year = line.substr(at, 5);
  return at > 0 && u_isalpha(static_cast<unsigned char>(line[at - 1])) && year.ends_with('-') &&
         (year.starts_with("19") || year.starts_with("20"));
}

// "Ann Lee•March 3, 2025" and "Ann LeeMarch 3, 2025March 4, 2025" -> "Ann Lee March 3, 2025 March 4, 2025"
std::string with_gaps(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (const std::string_view dot = dot_at(line, i); !dot.empty()) {
      out.append(" ").append(dot).append(" ");
      i += dot.size() - 1;
      continue;
    }
    if (begins_glued_word(line, i) || stands_behind_year(line, i) || begins_glued_year(line, i)) out += ' ';
    out += line[i];
  }
  return one_line(out);
}

// "Date March 3, 2025 | Venue Town hall"
bool names_place(std::string_view behind) {
  constexpr std::string_view kPlaces[] = {"venue", "location", "where", "place", "doors", "tickets", "ort:", "lieu"};
  const std::string_view text = behind.substr(std::min(behind.find_first_not_of(" |,;-"), behind.size()));
  const std::string folded = fold(text.substr(0, 20));
  return std::ranges::any_of(kPlaces, [&](std::string_view place) { return folded.starts_with(place); });
}

// Adds the dates of a line, in their order.
void add_dates(std::string_view line, DateOrder order, int most, std::vector<DateLine>& dates) {
  const std::string date = most == 0 ? std::string() : date_within(line, order);
  if (date.empty()) return;
  const std::size_t at = line.find(date);
  std::string_view before = line.substr(0, at);
  const std::string_view behind = line.substr(at + date.size());
  if (is_told_in_sentence(before, behind) || calls_other_date(before) || names_place(behind)) return;
  const std::size_t known = dates.size();
  add_dates(before, order, most - 1, dates);
  if (dates.size() > known) {  // what it calls the one before says nothing of this one
    const std::string& last = dates.back().written;
    before.remove_prefix(before.rfind(last) + last.size());
  }
  const std::string folded = fold(before);
  const DateLabel label = says_updated(folded)     ? DateLabel::updated
                          : says_published(folded) ? DateLabel::published
                                                   : DateLabel::bare;
  dates.push_back({label, date, read_written_date(date, order)->date});
  add_dates(behind, order, most - 1, dates);
}

}  // namespace

std::string date_within(std::string_view line, DateOrder order) {
  if (line.size() > kLongestCreditLine || !has_digits(line)) return {};
  const std::vector<std::string_view> words = pieces_of(line);
  for (std::size_t length = std::min(kMostWords, words.size()); length > 0; --length) {
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
      std::string_view piece(words[i].data(), static_cast<std::size_t>(words[i + length - 1].data() +
                                                                       words[i + length - 1].size() - words[i].data()));
      while (!piece.empty() && std::string_view(",.;:|()").find(piece.back()) != std::string_view::npos)
        piece.remove_suffix(1);
      while (!piece.empty() && std::string_view("(|").find(piece.front()) != std::string_view::npos)
        piece.remove_prefix(1);
      const auto date = read_written_date(piece, order);
      if (date && date->date && date->date->precision >= Precision::day) return std::string(piece);
    }
  }
  return {};
}

std::vector<DateLine> dates_within(std::string_view line, DateOrder order) {
  std::vector<DateLine> dates;
  add_dates(line, order, kMostDates, dates);
  return dates;
}

bool calls_other_date(std::string_view before) {
  constexpr std::string_view kEvents[] = {"born",     "died",    "opens",    "opened",     "closes",       "released",
                                          "deadline", "hearing", "premiere", "when",       "until",        "since",
                                          "from",     "due",     "expires",  "geboren",    "gestorben",    "ne le",
                                          "nacido",   "founded", "starts",   "event date", "release date", "ends"};
  std::string folded = fold_label(before);
  folded.resize(folded.find_last_not_of(" :|") + 1);
  return std::ranges::any_of(kEvents, [&](std::string_view event) {
    return folded.ends_with(event) &&
           (folded.size() == event.size() || folded[folded.size() - event.size() - 1] == ' ');
  });
}

bool is_told_in_sentence(std::string_view before, std::string_view behind) {
  const std::string folded = fold(before);
  if (says_updated(folded) || says_published(folded)) return false;
  std::size_t small = 0;
  for (std::string_view part : {before, behind}) {
    for (std::string_view word : words_of(part)) small += u_islower(character_at(word, 0).code) ? 1 : 0;
  }
  return small >= kFewestSmallWords;
}

bool begins_with_byline_mark(std::string_view line) {
  if (line.size() > 100 || line.size() < 6) return false;
  const bool glued = line.starts_with("By") && line[2] >= 'A' && line[2] <= 'Z';
  return glued || behind_byline_mark(line, BylineText::line).has_value();
}

std::vector<std::string> names_within(std::string_view line) {
  if (begins_with_byline_mark(line)) return writers_of(line, "");
  for (std::string_view bar : {" | ", " • ", " · ", " – ", " — ", " - "}) {
    for (std::size_t at = line.find(bar); at != std::string_view::npos; at = line.find(bar, at + 1)) {
      const std::string_view part = line.substr(at + bar.size());
      if (begins_with_byline_mark(part)) return writers_of(part, "");
    }
  }
  const std::size_t by = std::min(line.find(" by "), line.find(" By "));
  if (by == std::string_view::npos) return {};
  if (!line.substr(0, by).ends_with(" written") && date_within(line.substr(0, by)).empty()) return {};
  return writers_of(line.substr(by + 1), "");
}

bool is_of_screen(std::string_view line) {
  constexpr std::string_view kWords[] = {"all",   "article", "back",   "comment", "comments",  "email",    "facebook",
                                         "font",  "gallery", "get",    "home",    "instagram", "linkedin", "listen",
                                         "login", "more",    "news",   "now",     "photo",     "photos",   "play",
                                         "print", "read",    "save",   "search",  "share",     "sign",     "size",
                                         "skip",  "start",   "story",  "submit",  "text",      "topics",   "try",
                                         "tweet", "twitter", "update", "updates", "video",     "videos"};
  const std::vector<std::string_view> words = words_of(line);
  return std::ranges::any_of(
      words, [&](std::string_view word) { return std::ranges::find(kWords, fold(word)) != std::end(kWords); });
}

std::optional<CreditLine> read_credit_within(std::string_view line) {
  if (line.size() > kLongestCreditLine) return std::nullopt;
  const std::string whole = with_gaps(line);
  const std::string_view text =
      std::string_view(whole).substr(std::min(whole.find_first_not_of("-–—|• "), whole.size()));
  CreditLine credit;
  credit.dates = dates_within(text);
  for (std::string& name : names_within(text)) {
    name.resize(
        std::min({(name + " ").find(" In "), (name + " ").find(" On "), name.size()}));  // "Ann Lee In Shipping"
    const std::string folded = fold(name);
    if (month_of_word(folded) || is_weekday(folded)) continue;
    if (looks_like_person(name) || is_word_of_name(name)) add_names({name}, credit.names);
  }
  if (credit.names.empty() && credit.dates.empty()) return std::nullopt;
  return credit;
}

std::vector<std::string> names_beside_date(std::string_view line) {
  if (line.size() > kLongestCreditLine || !has_digits(line)) return {};
  const std::string text = with_gaps(line);
  const std::string date = date_within(text);
  if (date.empty()) return {};
  const std::string_view before = std::string_view(text).substr(0, text.find(date));
  std::vector<std::string> names = writers_of(before, "");
  const std::string first = names.empty() ? std::string() : names[0];
  std::erase_if(names, [&](const std::string& name) {
    const bool other = name != first && before.find(", " + name) != std::string_view::npos;  // a paper, a place
    return other || !looks_like_person(name) || has_role_word(name) || is_of_screen(name);
  });
  return names;
}

}  // namespace backfile
