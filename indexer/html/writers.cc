#include "indexer/html/writers.h"

#include <algorithm>
#include <initializer_list>

#include <unicode/uchar.h>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/byline.h"
#include "indexer/cleaning/byline_marks.h"
#include "indexer/cleaning/calendar_words.h"

namespace backfile {
namespace {

// What stands behind names, folded.
constexpr std::string_view kEnds[] = {
    " last updated", " updated",   " published", " posted",      " reviewed by", " medically reviewed",
    " fact checked", " edited by", " min read",  " contributor", " | ",          " • ",
    " · ",           " – ",        " — ",        " - "};

std::string letters_of(std::string_view text) {
  std::string out = fold(text);
  std::erase_if(out, [](char c) { return (c >= ' ' && c < '0') || c == ':' || c == '\''; });
  return out;
}

bool is_no_name(std::string_view credit) {
  return credit.starts_with("http") || credit.starts_with('@') || credit.starts_with("www.") ||
         credit.find("{{") != std::string_view::npos;
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string_view trimmed(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" ,;|-:");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
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

// "Ann Lee Monday March " -> "Ann Lee"
std::string_view without_calendar_words(std::string_view text) {
  for (text = trimmed(text);; text = trimmed(text)) {
    const std::size_t space = text.rfind(' ');
    if (space == std::string_view::npos) return text;
    std::string word = fold(text.substr(space + 1));
    if (word.ends_with('.')) word.pop_back();
    if (!month_of_word(word) && !is_weekday(word) && word != "on" && word != "at") return text;
    text = text.substr(0, space);
  }
}

// Without what follows the names: a date, counters, editors, roles behind a bar.
std::string_view without_end(std::string_view credit) {
  std::size_t end = credit.size();
  for (std::string_view mark : kEnds) {
    const auto found = std::search(credit.begin() + 1, credit.end(), mark.begin(), mark.end(),
                                   [](char a, char b) { return small(a) == b; });
    end = std::min(end, static_cast<std::size_t>(found - credit.begin()));
  }
  std::size_t number = credit.find_first_of("0123456789", 1);
  while (number != std::string_view::npos && credit[number - 1] != ' ' && credit[number - 1] != ',') {
    number = credit.find_first_of("0123456789", number + 1);
  }
  const std::string_view kept = trimmed(credit.substr(0, end));
  const bool cut = number != std::string_view::npos && number < end;
  const std::string_view names = cut ? without_calendar_words(credit.substr(0, number)) : kept;
  return names.empty() ? credit : names;
}

// Accounts and parts of a program that stand where a name should.
bool is_nobody(const std::string& name, const std::string& site) {
  constexpr std::string_view kNobody[] = {"admin",   "administrator", "webmaster", "editor",      "author",
                                          "root",    "user",          "guest",     "unknown",     "none",
                                          "null",    "undefined",     "wordpress", "superuser",   "siteadmin",
                                          "default", "lastupdated",   "last",      "websiteadmin"};
  const std::string letters = letters_of(name);
  if (letters.empty() || letters == site || std::ranges::count(kNobody, letters) > 0) return true;
  const std::size_t dot = name.find('.');
  const bool address = dot != std::string::npos && name.find(' ') == std::string::npos && dot + 2 < name.size() &&
                       u_islower(character_at(name, dot + 1).code);  // "echo.example", "page.author"
  return address || name.find(".com") != std::string::npos || name.find(".net") != std::string::npos;
}

}  // namespace

std::vector<std::string> writers_of(std::string_view credit, std::string_view publication) {
  if (credit.size() < 2 || is_no_name(credit)) return {};
  std::vector<std::string> names = names_of_credit(without_end(without_mark(credit)));
  const std::string site = letters_of(publication);
  for (std::string& name : names) {
    const bool has_site = !publication.empty() && name.size() > publication.size() + 3 && name.ends_with(publication);
    if (has_site) name.resize(name.find_last_not_of(" ,-", name.size() - publication.size() - 1) + 1);
  }
  std::erase_if(names, [&](const std::string& name) { return is_nobody(name, site); });
  return names;
}

bool looks_like_person(std::string_view name) {
  std::size_t words = 0;
  for (std::size_t begin = 0; begin < name.size(); ++words) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    const CodePoint first = character_at(name, begin).code;
    const bool particle = end - begin <= 3 && words > 0;
    if (!particle && (!is_letter(first) || u_islower(first))) return false;
    begin = end + 1;
  }
  return words >= 2 && words <= 5 && name.size() <= 50;
}

bool is_word_of_name(std::string_view name) {
  if (name.empty() || name.size() > 40 || name.find_first_of(" 0123456789()") != std::string_view::npos) return false;
  const CodePoint first = character_at(name, 0).code;
  return is_letter(first) && !u_islower(first);
}

}  // namespace backfile
