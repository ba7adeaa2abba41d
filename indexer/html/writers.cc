#include "indexer/html/writers.h"

#include <algorithm>
#include <initializer_list>

#include <unicode/uchar.h>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/byline.h"

namespace backfile {
namespace {

// What stands before names, folded.
constexpr std::string_view kMarks[] = {"by ",           "posted by ", "written by ", "article by ",
                                       "published by ", "story by ",  "text by ",    "blog by ",
                                       "author: ",      "author ",    "authors: ",   "from "};

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
  return credit.find("://") != std::string_view::npos || credit.starts_with('@') || credit.starts_with("www.") ||
         credit.find("{{") != std::string_view::npos;
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts_small(std::string_view text, std::string_view mark) {
  return text.size() > mark.size() && std::ranges::equal(text.substr(0, mark.size()), mark, {}, small);
}

std::string_view trimmed_credit(std::string_view credit) {
  for (std::string_view mark : kMarks) {
    if (starts_small(credit, mark)) credit.remove_prefix(mark.size());
  }
  // "ByAnn Lee": two pieces that the page sets apart by its style.
  if (credit.size() > 3 && credit.starts_with("By") && credit[2] >= 'A' && credit[2] <= 'Z') credit.remove_prefix(2);
  std::size_t end = std::min(credit.find_first_of("0123456789"), credit.size());
  for (std::string_view mark : kEnds) {
    const auto found = std::search(credit.begin() + 1, credit.end(), mark.begin(), mark.end(),
                                   [](char a, char b) { return small(a) == b; });
    end = std::min(end, static_cast<std::size_t>(found - credit.begin()));
  }
  const std::string_view kept = credit.substr(0, end);
  const std::size_t last = kept.find_last_not_of(" ,;|-");
  return last == std::string_view::npos ? credit : kept.substr(0, last + 1);
}

bool is_nobody(const std::string& name, const std::string& site) {
  const std::string letters = letters_of(name);
  return letters.empty() || letters == site || letters == "admin" || letters == "lastupdated" || letters == "last" ||
         name.find(".com") != std::string::npos || name.find(".net") != std::string::npos ||
         (name.find(' ') == std::string::npos && name.find('.') != std::string::npos);
}

}  // namespace

std::vector<std::string> writers_of(std::string_view credit, std::string_view publication) {
  if (credit.size() < 2 || is_no_name(credit)) return {};
  std::vector<std::string> names = names_of_credit(trimmed_credit(credit));
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

}  // namespace backfile
