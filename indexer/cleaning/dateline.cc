#include "indexer/cleaning/dateline.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/calendar_words.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestDateline = 100;  // bytes
constexpr std::size_t kMostPlaceLetters = 60;

struct Head {
  std::string_view text;  // before the dash, trimmed
  std::size_t end = 0;    // behind the dash and its spaces
};

// What stands before the first dash between spaces, or directly behind a bracket.
std::optional<Head> head_before_dash(std::string_view paragraph) {
  const std::string_view front = paragraph.substr(0, kLongestDateline);
  std::optional<Head> head;
  for (std::string_view dash : {" - ", " -- ", " – ", " — ", ")-", ")–", ")—"}) {
    const std::size_t at = front.find(dash);
    if (at == std::string_view::npos || (head && at >= head->text.size())) continue;
    const bool bracket = dash[0] == ')';
    head = Head{front.substr(0, at + (bracket ? 1 : 0)), at + dash.size()};
  }
  if (head) head->end = std::min(paragraph.find_first_not_of(' ', head->end), paragraph.size());
  return head;
}

std::string_view trimmed(std::string_view text) {
  while (text.ends_with(' ') || text.ends_with(',')) text.remove_suffix(1);
  while (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

// Takes "(Agency)" off the end; whether there was one.
bool take_agency(std::string_view& text) {
  if (!text.ends_with(')')) return false;
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || open == 0) return false;
  text = trimmed(text.substr(0, open));
  return true;
}

// "Jan 28", "28 January 2025", "Jan. 28, 2025": a month with one or two numbers and nothing else.
bool is_day(std::string_view text) {
  bool month = false;
  int numbers = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" ,.", begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    if (word.find_first_not_of("0123456789") == std::string_view::npos) {
      ++numbers;
    } else if (!month && month_of_word(fold(word))) {
      month = true;
    } else {
      return false;
    }
  }
  return month && (numbers == 1 || numbers == 2);
}

struct Place {
  bool capitals = false;  // all of its first part
  bool region = false;    // a second part, as in "MOGADISHU, Somalia"
};

// Nothing where the text cannot be a place: words that begin with capitals, no digits, at most one comma.
std::optional<Place> read_place(std::string_view text) {
  if (text.size() > kMostPlaceLetters || std::ranges::count(text, ',') > 2) return std::nullopt;
  Place place{true, text.find(',') != std::string_view::npos};
  bool first_part = true;
  bool word_begins = true;
  int letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    at = c.end;
    if (c.code == ',') first_part = false;
    if (is_letter(c.code)) {
      if (word_begins && u_islower(c.code)) return std::nullopt;
      if (first_part && u_islower(c.code)) place.capitals = false;
      ++letters;
    } else if (!is_mark(c.code) && !is_apostrophe(c.code) &&
               std::string_view(" ,./-").find(text[at - 1]) == std::string_view::npos) {
      return std::nullopt;
    }
    word_begins = c.code == ' ';
  }
  if (letters < 3) return std::nullopt;
  return place;
}

// The last comma behind which a day stands, or npos.
std::size_t comma_before_day(std::string_view text) {
  for (std::size_t comma = text.find(','); comma != std::string_view::npos; comma = text.find(',', comma + 1)) {
    if (is_day(text.substr(comma + 1))) return comma;
  }
  return std::string_view::npos;
}

}  // namespace

Dateline read_dateline(std::string_view paragraph) {
  const std::optional<Head> head = head_before_dash(paragraph);
  if (!head || head->end >= paragraph.size()) return {};
  std::string_view text = trimmed(head->text);
  const bool agency = take_agency(text);
  const std::size_t comma = comma_before_day(text);
  const bool day = comma != std::string_view::npos;
  const std::optional<Place> place = read_place(trimmed(text.substr(0, comma)));
  if (!place) return {};
  const bool sentence_follows = !u_islower(character_at(paragraph, head->end).code);
  const bool told = day || agency || place->region || (sentence_follows && place->capitals);
  if (place->capitals ? !told : !(day && agency)) return {};
  return {std::string(text), head->end};
}

}  // namespace backfile
