#include "indexer/cleaning/byline_pieces.h"

#include <algorithm>
#include <cstddef>

#include <unicode/uchar.h>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/credit_words.h"

namespace backfile {
namespace {

// As written; "and" also in capitals.
constexpr std::string_view kJoiners[] = {"et", "und", "og", "och", "ja", "и", "ve", "та",
                                         "și", "şi",  "és", "dan", "&",  "/", "ET", "UND"};

// Of these names have one inside ("José Ortega y Gasset", "John E Smith"): they join two or more words to two or more,
// or one to one.
constexpr std::string_view kInNames[] = {"y", "e", "i", "a", "Y", "E"};

bool is_in_names(std::string_view word) { return std::ranges::find(kInNames, word) != std::end(kInNames); }

bool is_word_of_name(std::string_view word) { return is_capitalised(word) || is_particle(word) || is_in_names(word); }

bool joins_names(const Words& before, const Words& words, std::size_t i) {
  const bool one = before.size() == 1 && words[i] != "a" && u_islower(character_at(words[i], 0).code);
  const bool next =
      i + 1 < words.size() && is_capitalised(words[i + 1]) && std::ranges::all_of(before, is_word_of_name);
  return next && (one || (before.size() > 1 && i + 2 < words.size() && is_capitalised(words[i + 2])));
}

bool is_joiner(const Words& before, const Words& words, std::size_t i) {
  if (fold(words[i]) == "and" || std::ranges::find(kJoiners, words[i]) != std::end(kJoiners)) return true;
  if (is_in_names(words[i])) return joins_names(before, words, i);
  // Dutch; in Spanish it stands before a place.
  return words[i] == "en" && i + 2 < words.size() && is_capitalised(words[i + 1]) &&
         (is_capitalised(words[i + 2]) || words[i + 2] == "van");
}

bool is_site(std::string_view word) {
  while (word.ends_with('.')) word.remove_suffix(1);
  constexpr std::string_view kEnds[] = {".com", ".org", ".net"};
  return std::ranges::any_of(kEnds,
                             [&](std::string_view end) { return word.size() > end.size() && word.ends_with(end); });
}

class PieceCutter {
 public:
  std::vector<BylinePiece> cut(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string_view word = words[i];
      const bool opens = word.starts_with('(');
      const bool inside = in_brackets_ || opens;
      in_brackets_ = inside && !word.ends_with(')');
      if (word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos) continue;
      if (i > 0 && is_site(word)) break;  // "Ann Lee Echo.com Archive"
      if (word == "|" || word == "–" || word == "—" || word == "•" || word == "·") break;
      const bool comma = word == "," || word == ";";
      if (inside) {
        if (!comma) add(word, true);
      } else if (comma || (is_joiner(pieces_.back().words, words, i) && !is_house_of_something(pieces_.back().words))) {
        end_piece(comma, word == ";");
      } else {
        add(word, false);
      }
    }
    end_piece(false, false);
    pieces_.pop_back();
    return std::move(pieces_);
  }

 private:
  void add(std::string_view word, bool in_brackets) {
    Words& words = pieces_.back().words;
    const bool only_brackets = bracketed_ == words.size();
    if (!in_brackets && only_brackets) words.clear();
    bracketed_ = in_brackets ? bracketed_ + 1 : 0;
    words.push_back(word);
  }

  void end_piece(bool comma, bool semicolon) {
    Words& words = pieces_.back().words;
    words.resize(words.size() - bracketed_);
    bracketed_ = 0;
    if (!words.empty()) {
      pieces_.push_back({{}, comma, semicolon});
    } else if (pieces_.back().behind_comma && !comma) {
      pieces_.back() = {{}, false, false, true};
    }
  }

  std::vector<BylinePiece> pieces_ = std::vector<BylinePiece>(1);
  std::size_t bracketed_ = 0;  // of the last words of the last piece
  bool in_brackets_ = false;
};

}  // namespace

Words words_of_credit(std::string_view text) {
  Words words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    if (c != ' ' && c != ',' && c != ';' && c != '/') continue;
    const std::string_view word = text.substr(begin, at - begin);
    if (c == '/' && word.find("http") != std::string_view::npos) continue;
    if (!word.empty()) words.push_back(word);
    if (c != ' ') words.push_back(text.substr(at, 1));
    begin = at + 1;
  }
  return words;
}

bool is_capitalised(std::string_view word) {
  const CodePoint first = character_at(word, 0).code;
  return is_letter(first) && !u_islower(first);
}

bool is_house_of_something(const Words& words) {
  constexpr std::string_view kHouses[] = {
      "agency",     "association", "board",     "bureau",  "center",     "centers",  "centre",
      "centres",    "commission",  "committee", "council", "department", "division", "faculty",
      "federation", "institute",   "ministry",  "office",  "school",     "society",  "university"};
  const auto of = std::ranges::find_if(words, [](std::string_view word) { return word == "of" || word == "for"; });
  return of != words.end() && std::any_of(words.begin(), of, [&](std::string_view word) {
           return std::ranges::find(kHouses, fold(word)) != std::end(kHouses);
         });
}

std::vector<BylinePiece> pieces_of(std::string_view credit) { return PieceCutter().cut(words_of_credit(credit)); }

std::string with_plain_commas(std::string_view credit) {
  if (credit.empty()) return {};
  std::string plain(credit);
  for (std::size_t at = plain.find('|', 1); at < plain.size() - 1; at = plain.find('|', at + 1)) {
    const bool tight = plain[at - 1] != ' ' && plain[at + 1] != ' ';
    if (tight) plain.replace(at, 1, ", ");
  }
  for (std::string_view mark : {"、", "，", "；"}) {
    for (std::size_t at = plain.find(mark); at != std::string::npos; at = plain.find(mark, at)) {
      plain.replace(at, mark.size(), mark == "；" ? "; " : ", ");
    }
  }
  return plain;
}

}  // namespace backfile
