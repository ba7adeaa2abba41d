#include "indexer/cleaning/writers.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <initializer_list>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/byline.h"
#include "indexer/cleaning/byline_marks.h"
#include "indexer/cleaning/calendar_words.h"
#include "indexer/cleaning/credit_words.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestCredit = 4000;   // bytes; of longer ones the names behind that are not read
constexpr std::size_t kLongestSiteName = 100;  // bytes

// What stands behind names, folded.
constexpr std::string_view kEnds[] = {
    " last updated", " updated",   " published", " posted",      " reviewed by", " medically reviewed",
    " fact checked", " edited by", " min read",  " contributor", " | ",          " • ",
    " ● ",           " · ",        " – ",        " — ",          " - "};

std::string letters_of(std::string_view text) {
  std::string out = fold(text);
  std::erase_if(out, [](char c) { return (c >= ' ' && c < '0') || c == ':' || c == '\''; });
  return out;
}

std::string_view trimmed(std::string_view text) {
  for (;;) {
    const std::size_t last = text.find_last_not_of(" ,;|-:");
    text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
    if (!text.ends_with("—") && !text.ends_with("–")) return text;
    text.remove_suffix(3);
  }
}

// Without "By", and without "/u/", by which forums mark names of members.
std::string_view without_mark(std::string_view credit) {
  for (int times = 0; times < 2; ++times) {
    credit = behind_byline_mark(credit, BylineText::credit).value_or(credit);
    while (credit.starts_with(' ')) credit.remove_prefix(1);
  }
  // "ByAnn Lee": two pieces that the page sets apart by its style.
  if (credit.size() > 3 && credit.starts_with("By") && credit[2] >= 'A' && credit[2] <= 'Z') credit.remove_prefix(2);
  for (std::string_view mark : {"/u/", "u/", "from ", "From "}) {
    if (credit.size() > mark.size() && credit.starts_with(mark)) credit.remove_prefix(mark.size());
  }
  return credit;
}

bool is_inside_word(char c) {
  return is_ascii_alnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.';
}

bool is_day_of_week(std::string_view folded) { return folded.ends_with("day") && is_weekday(folded); }

bool is_calendar_word(std::string_view written) {
  std::string word = fold(written);
  if (word.ends_with('.')) word.pop_back();
  return month_of_word(word) || is_weekday(word) || word == "on" || word == "at";
}

// "Ann Lee Monday March " -> "Ann Lee"; "Ann LeeMarch", where only the page's style sets the two apart, likewise. Of
// two words the second may be a surname: "Theresa May", "Jack Ma".
std::string_view without_calendar_words(std::string_view text) {
  for (text = trimmed(text);; text = trimmed(text)) {
    const std::size_t last = text.rfind(' ');
    if (last == std::string_view::npos) return text;
    const std::size_t capital = text.find_last_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    const bool glued = capital != std::string_view::npos && capital > last + 1 &&
                       is_ascii_alnum(static_cast<unsigned char>(text[capital - 1]));
    if (glued && text.size() - capital > 3 && is_calendar_word(text.substr(capital))) return text.substr(0, capital);
    const std::string_view word = text.substr(last + 1);
    const bool surname = text.find(' ') == last && !is_day_of_week(fold(word));
    if (surname || !is_calendar_word(word)) return text;
    text = text.substr(0, last);
  }
}

// "Ann Mudlark 2": of the name, and no day of a month.
bool is_number_of_name(std::string_view credit, std::size_t number) {
  const std::string_view before = credit.substr(0, number);
  return credit.size() - number <= 2 && credit.find_first_not_of("0123456789", number) == std::string_view::npos &&
         without_calendar_words(before) == trimmed(before);
}

// Without what follows the names: a date, counters, editors, roles behind a bar.
std::string_view without_end(std::string_view credit, bool numbered) {
  if (credit.empty()) return {};
  std::size_t end = credit.size();
  for (std::string_view mark : kEnds) {
    const auto found = std::search(credit.begin() + 1, credit.end(), mark.begin(), mark.end(),
                                   [](char a, char b) { return ascii_small(a) == b; });
    end = std::min(end, static_cast<std::size_t>(found - credit.begin()));
  }
  std::size_t number = credit.find_first_of("0123456789", 1);
  while (number != std::string_view::npos && is_inside_word(credit[number - 1])) {
    number = credit.find_first_of("0123456789", number + 1);
  }
  const std::string_view kept = trimmed(credit.substr(0, end));
  const bool cut = number != std::string_view::npos && number < end && !(numbered && is_number_of_name(credit, number));
  const std::string_view names = cut ? without_calendar_words(credit.substr(0, number)) : kept;
  return names.empty() ? credit : names;
}

bool has_site_ending(const std::string& name) {
  const std::string folded = fold(name);
  return std::ranges::any_of(std::initializer_list<std::string_view>{".com", ".net", ".gov", ".org"},
                             [&](std::string_view end) { return folded.find(end) != std::string::npos; });
}

// Accounts and parts of a program that stand where a name should.
bool is_nobody(const std::string& name, const std::string& site) {
  if (announces_names(name) || name.find(": ") != std::string::npos) return true;  // "design: Ann Lee" made the page
  const std::string letters = letters_of(name);
  const bool no_letters = letters.find_first_not_of("0123456789") == std::string::npos;
  const bool begins_with_mark = std::string_view(".,;:!?)]").find(name[0]) != std::string_view::npos;
  const bool sentence = name.ends_with("！") || name.ends_with("。") || name.ends_with("？");
  if (no_letters || begins_with_mark || sentence || letters == site || is_account(letters)) return true;
  const std::size_t dot = name.find('.');
  const bool address = dot != std::string::npos && name.find(' ') == std::string::npos && dot + 2 < name.size() &&
                       u_islower(character_at(name, dot + 1).code);  // "echo.example", "page.author"
  return address || has_site_ending(name);
}

constexpr std::string_view kAnnouncements[] = {"author",           "authors",           "the author",  "the authors",
                                               "about the author", "about the authors", "author posts"};
constexpr std::string_view kBeginnings[] = {"about ", "author ", "email ", "follow "};
constexpr std::string_view kAnnouncingEnds[] = {" by", " from", ":"};
constexpr std::string_view kPictures[] = {"image", "images", "photo", "photos", "picture", "foto", "credit", "credits"};

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (is_letter(c.code)) return true;
    at = c.end;
  }
  return false;
}

}  // namespace

bool is_no_name(std::string_view credit) {
  return credit.starts_with("http") || credit.starts_with('@') || credit.starts_with("www.") ||
         credit.find("{{") != std::string_view::npos || !has_letter(credit) || credit == "nan" || credit == "NaN" ||
         fold(credit) == "n/a";
}

bool announces_names(std::string_view text) {
  const std::string folded = fold_label(text);
  const std::string_view first = std::string_view(folded).substr(0, folded.find_first_of(" :"));
  const bool pictures = std::ranges::count(kPictures, first) > 0 && first.size() < folded.size();
  const bool of_author =
      std::ranges::any_of(kBeginnings, [&](std::string_view word) { return folded.starts_with(word); });
  return pictures || of_author || is_byline_mark(text) || std::ranges::count(kAnnouncements, folded) > 0 ||
         std::ranges::any_of(kAnnouncingEnds, [&](std::string_view end) { return folded.ends_with(end); });
}

namespace {

std::vector<std::string> names_of_writers(std::string_view credit, std::string_view publication, bool numbered) {
  if (credit.size() < 2 || is_no_name(credit)) return {};
  if (credit.size() > kLongestCredit) credit = credit.substr(0, credit.substr(0, kLongestCredit).rfind(',') + 1);
  std::vector<std::string> names = names_of_credit(without_end(without_mark(credit), numbered));
  const std::string site = letters_of(publication);
  for (std::string& name : names) {
    const bool has_site = !publication.empty() && name.size() > publication.size() + 3 && name.ends_with(publication);
    if (has_site) name.resize(name.find_last_not_of(" ,-", name.size() - publication.size() - 1) + 1);
  }
  std::erase_if(names, [&](const std::string& name) { return is_nobody(name, site); });
  return names;
}

}  // namespace

std::vector<std::string> writers_of(std::string_view credit, std::string_view publication) {
  return names_of_writers(credit, publication, false);
}

std::vector<std::string> writers_of_field(std::string_view field, std::string_view publication) {
  return names_of_writers(field, publication, true);
}

bool is_short_for(std::string_view site, std::string_view name) {
  if (name.size() > kLongestSiteName) return false;
  const std::string wanted = letters_of(site.substr(0, site.find('.')));
  std::string initials;
  for (std::size_t begin = 0; begin < name.size() && wanted.size() > 2;) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    if (!initials.empty() && initials + letters_of(name.substr(begin)) == wanted) return true;
    initials += letters_of(name.substr(begin, end - begin)).substr(0, 1);
    begin = end + 1;
  }
  return initials.size() > 2 && initials == wanted;
}

bool is_team(std::string_view name) {
  const std::string folded = fold_label(name);
  return folded.starts_with("team ") || folded.ends_with(" team") || folded.find(" team ") != std::string::npos;
}

bool looks_like_person(std::string_view name) {
  if (is_agency(fold(name))) return true;
  if (name.find("'s ") != std::string_view::npos || name.find("’s ") != std::string_view::npos) return false;
  std::size_t words = 0;
  for (std::size_t begin = 0; begin < name.size(); ++words) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    if (is_day_of_week(fold(name.substr(begin, end - begin)))) return false;
    const CodePoint first = character_at(name, begin).code;
    const bool particle = end - begin <= 3 && words > 0;
    if (!particle && (!is_letter(first) || u_islower(first))) return false;
    begin = end + 1;
  }
  return words >= 2 && words <= 5 && name.size() <= 50;
}

bool shares_word(std::string_view a, std::string_view b) {
  const std::string other = " " + fold_label(b) + " ";
  const std::string one = fold_label(a) + " ";
  for (std::size_t begin = 0; begin < one.size();) {
    const std::size_t end = one.find(' ', begin);
    if (end > begin && other.find(" " + one.substr(begin, end - begin) + " ") != std::string::npos) return true;
    begin = end + 1;
  }
  return false;
}

bool is_word_of_name(std::string_view name) {
  if (name.size() < 2 || name.size() > 40 || name.find_first_of(" 0123456789()") != std::string_view::npos)
    return false;
  const CodePoint first = character_at(name, 0).code;
  return is_letter(first) && !u_islower(first);
}

}  // namespace backfile
