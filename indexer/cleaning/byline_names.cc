#include "indexer/cleaning/byline_names.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>

#include "index/character.h"
#include "index/fold.h"
#include "index/word_list.h"
#include "indexer/cleaning/byline.h"
#include "indexer/cleaning/credit_words.h"

namespace backfile {
namespace {

bool has_preposition(const Words& words) {
  return std::ranges::any_of(words, [](std::string_view word) { return word == "of" || word == "for"; });
}

std::size_t count_of(std::string_view word, bool (*is_kind)(char)) {
  return static_cast<std::size_t>(std::ranges::count_if(word, is_kind));
}
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

bool is_in_capitals(const Words& words) {
  return std::ranges::all_of(words, [](std::string_view word) { return count_of(word, is_small) == 0; });
}

// "N.", "J.-P.", "AB"
bool are_initials(const Words& words) {
  return !words.empty() && std::ranges::all_of(words, [](std::string_view word) {
    const std::size_t capitals = count_of(word, is_capital);
    return word.size() <= 6 && capitals > 0 && count_of(word, is_small) == 0 &&
           (word.find('.') != std::string_view::npos || word.size() == 1);
  });
}

// "Lee", "van der Wiel"
bool is_surname(const Words& words) { return words.size() == 1 || (words.size() <= 3 && is_particle(words[0])); }

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

// Han, Kana, Hangul: a name may be one word.
bool is_without_case(std::string_view word) {
  const CodePoint first = character_at(word, 0).code;
  return is_letter(first) && u_tolower(first) == first && u_toupper(first) == first;
}

bool has_small_letters(const BylinePiece& piece) {
  return std::ranges::any_of(piece.words, [](std::string_view word) { return count_of(word, is_small) > 0; });
}

bool is_of_role(std::string_view word) {
  const std::string folded = fold(word);
  return is_role_word(folded) || is_part_of_role(folded) || word == "AP";
}

// "Ann Lee Associated Press", "Ann Lee Staff Writer", "Ann Lee Deputy Political Editor": a role or paper behind a name
// with nothing between.
Words without_role_behind(const Words& words) {
  std::size_t end = words.size();
  while (end > 2 && is_of_role(words[end - 1])) --end;
  const auto behind = words.begin() + static_cast<std::ptrdiff_t>(end);
  const bool role = std::any_of(behind, words.end(), [](std::string_view word) { return is_ending_role(fold(word)); });
  const bool alone = words.size() - end == 1 && end < 3;  // "Ann Lee Editor" may be a name
  const bool agency = is_agency(fold(joined(Words(behind, words.end()))));
  return (role && !alone) || agency ? Words(words.begin(), behind) : words;
}

// "Ann Lee BBC News"
Words without_station_behind(const Words& words) {
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (is_station(words[i])) return Words(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return words;
}

bool is_agency_name(const std::string& name) { return is_agency(fold(name)); }

// "Lee, Ann" and "Lee, Ann; Ek, Bo Per": always one word and, behind a comma, one more, or two where there are others.
bool are_surnames_first(const std::vector<BylinePiece>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Words& words = pieces[i].words;
    const bool given = i % 2 == 1;
    const bool comma = pieces[i].behind_comma && !pieces[i].behind_semicolon;
    if (words.size() > (given && pieces.size() > 2 ? 2 : 1) || (i > 0 && comma != given)) return false;
    if (is_without_case(words[0]) || is_agency(fold(words[0]))) return false;
  }
  return !pieces.empty() && pieces.size() % 2 == 0;
}

std::vector<std::string> names_surname_first(const std::vector<BylinePiece>& pieces) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < pieces.size(); i += 2) {
    add_names({joined(pieces[i].words) + ", " + joined(pieces[i + 1].words)}, names);
  }
  return names;
}

}  // namespace

bool has_role_word(const Words& words) {
  return std::ranges::any_of(words, [](std::string_view word) { return is_role_word(fold(word)); });
}

bool has_digit(const Words& words) {
  return std::ranges::any_of(
      words, [](std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; });
}

Words before_preposition(const Words& words) {
  const bool in_capitals = is_in_capitals(words);
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (i == 1 && i + 1 < words.size() && words[i + 1] == "the") return words;
    if (is_preposition(words[i], in_capitals))
      return Words(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return words;
}

std::string joined(const Words& words) {
  std::string name;
  for (std::string_view word : words) {
    if (!name.empty()) name += ' ';
    name += word;
  }
  return name;
}

std::vector<std::string> names_of(const std::vector<BylinePiece>& pieces) {
  if (are_surnames_first(pieces)) return names_surname_first(pieces);
  std::vector<std::string> found;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool house = is_house_of_something(pieces[i].words);
    const Words words =
        house ? pieces[i].words : without_station_behind(without_role_behind(before_preposition(pieces[i].words)));
    const bool behind_comma = i > 0 && pieces[i].behind_comma;
    if (house && behind_comma) continue;  // "Ann Lee, Institute for Tides"
    const bool before_initials = i + 1 < pieces.size() && pieces[i + 1].behind_comma &&
                                 are_initials(pieces[i + 1].words) && are_initials(pieces[1].words);
    if (i > 0 && (has_role_word(words) || has_digit(words) || is_preposition(words[0], false))) continue;
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
  if (!std::ranges::all_of(found, is_agency_name)) std::erase_if(found, is_agency_name);
  std::vector<std::string> names;
  add_names(found, names);
  return names;
}

}  // namespace backfile
