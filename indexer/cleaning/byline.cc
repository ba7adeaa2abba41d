#include "indexer/cleaning/byline.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/byline_marks.h"
#include "indexer/cleaning/byline_pieces.h"
#include "indexer/cleaning/calendar_words.h"
#include "indexer/cleaning/sentence.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestByline = 200;  // bytes
constexpr std::size_t kMostNameWords = 6;

// What follows one of these behind a name is no part of it ("Ann Lee in Paris").
constexpr std::string_view kPrepositions[] = {"for", "in", "at",  "from", "with", "on",    "special", "pour",
                                              "für", "en", "aus", "à",    "para", "desde", "-"};

// Small words that names have inside.
constexpr std::string_view kParticles[] = {"al",  "af",  "av",  "bin", "bint", "da",  "das", "de",
                                           "del", "den", "der", "di",  "do",   "dos", "du",  "el",
                                           "ibn", "la",  "of",  "ten", "van",  "von", "zu"};

// Words of roles and papers: a piece behind a comma that holds one is no person.
constexpr std::string_view kRoleWords[] = {
    "agence",     "agencia",    "agency",        "analyst",     "associated",    "bloomberg", "bureau",
    "chief",      "columnist",  "contributing",  "contributor", "correspondent", "daily",     "desk",
    "director",   "editor",     "expert",        "founder",     "officer",       "president", "professor",
    "specialist", "editorial",  "freelance",     "gazette",     "guardian",      "head",      "herald",
    "journal",    "journalist", "korrespondent", "magazine",    "manager",       "news",      "newspaper",
    "newsroom",   "post",       "press",         "producer",    "redaktion",     "redakteur", "reporter",
    "reuters",    "review",     "senior",        "service",     "special",       "staff",     "times",
    "tribune",    "writer",     "writers"};

// Of these, those that are no surnames.
constexpr std::string_view kEndingRoles[] = {"columnist", "contributor", "correspondent", "editor", "journalist",
                                             "producer",  "reporter",    "staff",         "writer"};

// What they write of ("Ann Lee Science reporter").
constexpr std::string_view kDesks[] = {"affairs", "arts",    "business",   "city",      "consumer", "crime",
                                       "defence", "defense", "economics",  "education", "energy",   "environment",
                                       "europe",  "finance", "foreign",    "health",    "home",     "legal",
                                       "media",   "medical", "political",  "politics",  "religion", "science",
                                       "sports",  "tech",    "technology", "transport", "travel",   "world"};

constexpr std::string_view kStations[] = {"ABC", "AFP", "AP",  "BBC", "CBC", "CBS", "CNN", "ESPN",
                                          "ITV", "NBC", "NPR", "PBS", "RFI", "UPI", "USA"};

// Agencies whose names stand behind names with nothing between.
constexpr std::string_view kAgenciesBehind[] = {"associated press", "bloomberg news"};

// A line with one of these is a heading or an end mark, not a signature.
constexpr std::string_view kHeadingWords[] = {
    "a",           "about",      "advertisement", "an",      "analysis",   "and",    "background", "conclusion",
    "conclusions", "contact",    "context",       "credits", "disclaimer", "end",    "ends",       "finally",
    "for",         "further",    "how",           "in",      "more",       "next",   "notes",      "of",
    "outlook",     "references", "related",       "search",  "share",      "source", "sources",    "summary",
    "takeaway",    "takeaways",  "the",           "what",    "who",        "why"};

bool is_one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

bool has_role_word(const Words& words) {
  return std::ranges::any_of(words, [](std::string_view word) { return is_one_of(fold(word), kRoleWords); });
}

bool has_preposition(const Words& words) {
  return std::ranges::any_of(words, [](std::string_view word) { return word == "of" || word == "for"; });
}

// Words before the first preposition; all of them where a piece begins with one, or is a title ("Girl on the Train").
Words before_preposition(const Words& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (i == 1 && i + 1 < words.size() && words[i + 1] == "the") return words;
    if (is_one_of(words[i], kPrepositions)) return Words(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return words;
}

std::size_t count_of(std::string_view word, bool (*is_kind)(char)) {
  return static_cast<std::size_t>(std::ranges::count_if(word, is_kind));
}
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// "N.", "J.-P.", "AB"
bool are_initials(const Words& words) {
  return !words.empty() && std::ranges::all_of(words, [](std::string_view word) {
    const std::size_t capitals = count_of(word, is_capital);
    return word.size() <= 6 && capitals > 0 && count_of(word, is_small) == 0 &&
           (word.find('.') != std::string_view::npos || word.size() == 1);
  });
}

// "Lee", "van der Wiel"
bool is_surname(const Words& words) {
  return words.size() == 1 || (words.size() <= 3 && is_one_of(words[0], kParticles));
}

// "Ph.D.", "MSc", "CFP®": letters behind a name that say what its bearer has studied.
bool are_degrees(const Words& words) {
  return !words.empty() && std::ranges::all_of(words, [](std::string_view word) {
    return word.size() <= 9 && count_of(word, is_capital) >= 2 && count_of(word, is_small) <= 2;
  });
}

bool is_generation(const Words& words) {
  constexpr std::string_view kGenerations[] = {"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"};
  return words.size() == 1 && is_one_of(words[0], kGenerations);
}

std::string joined(const Words& words) {
  std::string name;
  for (std::string_view word : words) {
    if (!name.empty()) name += ' ';
    name += word;
  }
  return name;
}

bool has_digit(const Words& words) {
  return std::ranges::any_of(
      words, [](std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; });
}

// Could these words, found on a line of a page, be a name?
bool looks_like_name(const Words& words) {
  return !words.empty() && words.size() <= kMostNameWords && is_capitalised(words[0]) && !has_digit(words) &&
         std::ranges::all_of(
             words, [](std::string_view word) { return is_capitalised(word) || is_one_of(fold(word), kParticles); });
}

// Han, Kana, Hangul: a name may be one word.
bool is_without_case(std::string_view word) {
  const CodePoint first = character_at(word, 0).code;
  return is_letter(first) && u_tolower(first) == first && u_toupper(first) == first;
}

bool has_small_letters(const BylinePiece& piece) {
  return std::ranges::any_of(piece.words, [](std::string_view word) { return count_of(word, is_small) > 0; });
}

// "Ann Lee Associated Press", "Ann Lee Staff Writer": a role or paper behind a name with nothing between.
Words without_role_behind(const Words& words) {
  std::size_t end = words.size();
  while (end > 2 && (is_one_of(fold(words[end - 1]), kRoleWords) || words[end - 1] == "AP")) --end;
  const auto behind = words.begin() + static_cast<std::ptrdiff_t>(end);
  const bool role =
      std::any_of(behind, words.end(), [](std::string_view word) { return is_one_of(fold(word), kEndingRoles); });
  const bool alone = words.size() - end == 1 && end < 3;  // "Ann Lee Editor" may be a name
  const bool agency = is_one_of(fold(joined(Words(behind, words.end()))), kAgenciesBehind);
  if (!(role && !alone) && !agency) return words;
  while (role && end > 2 && is_one_of(fold(words[end - 1]), kDesks)) --end;
  return Words(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(end));
}

// "Ann Lee BBC News"
Words without_station_behind(const Words& words) {
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (is_one_of(words[i], kStations)) return Words(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return words;
}

// The names of pieces. Behind a comma may stand initials or what else belongs to the name before it, a role, a degree,
// a paper, a place, or another name.
std::vector<std::string> names_of(const std::vector<BylinePiece>& pieces) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool house = is_house_of_something(pieces[i].words);
    const Words words =
        house ? pieces[i].words : without_station_behind(without_role_behind(before_preposition(pieces[i].words)));
    const bool behind_comma = i > 0 && pieces[i].behind_comma;
    if (house && behind_comma) continue;  // "Ann Lee, Institute for Tides"
    const bool before_initials = i + 1 < pieces.size() && pieces[i + 1].behind_comma &&
                                 are_initials(pieces[i + 1].words) && are_initials(pieces[1].words);
    if (i > 0 && (has_role_word(words) || has_digit(words))) continue;
    const bool in_role = i > 0 && !behind_comma && !pieces[i].behind_comma_and && has_role_word(pieces[i - 1].words) &&
                         has_preposition(pieces[i - 1].words);
    if (in_role) continue;                                              // "Ann Lee, Head of Tides and Harbour Works"
    if (behind_comma && i > 1 && has_role_word(pieces[i - 1].words)) {  // "Ann Lee, Director of Tides, Harbour Works"
      const bool before_role = i + 1 < pieces.size() && has_role_word(pieces[i + 1].words);
      if (!before_role) continue;
    }
    if (behind_comma && !found.empty() && is_surname(pieces[i - 1].words) && are_initials(words)) {
      found.back() += ", " + joined(words);
    } else if (behind_comma && !found.empty() && is_generation(words)) {
      found.back() += " " + joined(words);
    } else if (!behind_comma || before_initials || words.size() >= 2 || is_without_case(words[0])) {
      const bool degrees = behind_comma && are_degrees(words) && has_small_letters(pieces[0]);
      if (!degrees || before_initials) found.push_back(joined(words));
    }
  }
  std::vector<std::string> names;
  add_names(found, names);
  return names;
}

}  // namespace

std::vector<std::string> names_of_credit(std::string_view written) {
  const std::string credit = with_plain_commas(written);
  const std::vector<BylinePiece> pieces = pieces_of(behind_byline_mark(credit, BylineText::credit).value_or(credit));
  const bool surname_first =
      pieces.size() == 2 && pieces[1].behind_comma && pieces[0].words.size() == 1 && pieces[1].words.size() == 1;
  if (surname_first) return {joined(pieces[0].words) + ", " + joined(pieces[1].words)};
  return names_of(pieces);
}

std::vector<std::string> names_of_byline(std::string_view line) {
  if (line.size() > kLongestByline || ends_with_full_stop(line)) return {};
  const std::string plain = with_plain_commas(line);
  auto credit = behind_byline_mark(plain, BylineText::line);
  if (!credit) return {};
  credit = behind_byline_mark(*credit, BylineText::line).value_or(*credit);  // "By By Ann Lee"
  const std::vector<BylinePiece> pieces = pieces_of(*credit);
  if (pieces.empty()) return {};
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool role = i > 0 && (has_role_word(pieces[i].words) || is_capitalised(pieces[i].words[0]));
    if (!role && !looks_like_name(before_preposition(pieces[i].words))) return {};
  }
  return names_of(pieces);
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
