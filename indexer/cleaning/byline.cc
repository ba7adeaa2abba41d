#include "indexer/cleaning/byline.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/sentence.h"

namespace backfile {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::size_t kLongestByline = 200;  // bytes
constexpr std::size_t kMostNameWords = 6;

// Folded, as one or two words.
constexpr std::string_view kMarks[] = {
    "by",  "by:",     "byline:",  "written by", "words by", "story by", "author:", "authors:", "reported by",
    "par", "auteur:", "auteur :", "auteurs:",   "von",      "por",      "autor:",  "autora:",  "autoren:"};
constexpr std::string_view kHanMarks[] = {"作者：", "作者:", "文/", "文／", "记者：", "记者:", "記者：", "記者:"};

constexpr std::string_view kJoiners[] = {"and", "et", "und", "y", "&", "/"};

// What follows one of these behind a name is no part of it ("Ann Lee in Paris").
constexpr std::string_view kPrepositions[] = {"for", "in", "at",  "from", "with", "on",    "special", "pour",
                                              "für", "en", "aus", "à",    "para", "desde", "-"};

// Small words that names have inside.
constexpr std::string_view kParticles[] = {"al",  "af",  "av",  "bin", "bint", "da",  "das", "de",
                                           "del", "den", "der", "di",  "do",   "dos", "du",  "el",
                                           "ibn", "la",  "of",  "ten", "van",  "von", "zu"};

// Words of roles and papers: a piece behind a comma that holds one is no person.
constexpr std::string_view kRoleWords[] = {
    "agence",     "agencia",       "agency",       "analyst",     "associated",    "bloomberg", "bureau",
    "chief",      "columnist",     "contributing", "contributor", "correspondent", "daily",     "desk",
    "director",   "editor",        "expert",       "founder",     "officer",       "president", "professor",
    "specialist", "editorial",     "freelance",    "gazette",     "guardian",      "herald",    "journal",
    "journalist", "korrespondent", "magazine",     "manager",     "news",          "newspaper", "newsroom",
    "post",       "press",         "producer",     "redaktion",   "redakteur",     "reporter",  "reuters",
    "review",     "senior",        "service",      "special",     "staff",         "times",     "tribune",
    "writer",     "writers"};

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

// Words apart at spaces; a comma or semicolon is a word of its own, and so is a slash that is in no address.
Words words_of(std::string_view text) {
  Words words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    if (c != ' ' && c != ',' && c != ';' && c != '/') continue;
    const std::string_view word = text.substr(begin, at - begin);
    if (c == '/' && word.starts_with("http")) continue;
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

// The text behind "By" or a label like it; nothing where the line does not begin so.
std::optional<std::string_view> behind_mark(std::string_view line) {
  for (std::string_view mark : kHanMarks) {
    if (line.starts_with(mark)) return line.substr(mark.size());
  }
  const std::size_t one = line.find(' ');
  if (one == std::string_view::npos) return std::nullopt;
  const std::size_t two = line.find(' ', one + 1);
  if (two != std::string_view::npos && is_one_of(fold(line.substr(0, two)), kMarks)) return line.substr(two + 1);
  if (is_one_of(fold(line.substr(0, one)), kMarks)) return line.substr(one + 1);
  return std::nullopt;
}

// A part of a credit between commas and joining words.
struct Piece {
  Words words;
  bool behind_comma = false;
};

std::vector<Piece> pieces_of(std::string_view credit) {
  std::vector<Piece> pieces(1);
  bool in_brackets = false;
  for (std::string_view word : words_of(credit)) {
    if (word.starts_with('(')) in_brackets = true;
    const bool skipped = in_brackets || word.find('@') != std::string_view::npos || word.starts_with("http");
    if (word.ends_with(')')) in_brackets = false;
    if (skipped) continue;
    if (word == "|" || word == "–" || word == "—" || word == "•" || word == "·") break;
    const bool comma = word == "," || word == ";";
    if (!comma && !is_one_of(fold(word), kJoiners)) {
      pieces.back().words.push_back(word);
    } else if (!pieces.back().words.empty()) {
      pieces.push_back({{}, comma});
    } else {
      pieces.back().behind_comma = comma && pieces.back().behind_comma;
    }
  }
  if (pieces.back().words.empty()) pieces.pop_back();
  return pieces;
}

bool has_role_word(const Words& words) {
  return std::ranges::any_of(words, [](std::string_view word) { return is_one_of(fold(word), kRoleWords); });
}

// Words before the first preposition; all of them where a piece begins with one.
Words before_preposition(const Words& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (is_one_of(words[i], kPrepositions)) return Words(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
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

std::vector<std::string> names_of(const std::vector<Piece>& pieces) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Words words = before_preposition(pieces[i].words);
    if (i > 0 && (has_role_word(words) || has_digit(words))) continue;
    if (i > 0 && pieces[i].behind_comma && words.size() < 2) continue;
    add_names({joined(words)}, names);
  }
  return names;
}

}  // namespace

std::vector<std::string> names_of_credit(std::string_view credit) {
  const std::vector<Piece> pieces = pieces_of(behind_mark(credit).value_or(credit));
  const bool surname_first =
      pieces.size() == 2 && pieces[1].behind_comma && pieces[0].words.size() == 1 && pieces[1].words.size() == 1;
  if (surname_first) return {joined(pieces[0].words) + ", " + joined(pieces[1].words)};
  return names_of(pieces);
}

std::vector<std::string> names_of_byline(std::string_view line) {
  if (line.size() > kLongestByline || ends_with_full_stop(line)) return {};
  const auto credit = behind_mark(line);
  if (!credit) return {};
  const std::vector<Piece> pieces = pieces_of(*credit);
  if (pieces.empty()) return {};
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool role = i > 0 && (has_role_word(pieces[i].words) || is_capitalised(pieces[i].words[0]));
    if (!role && !looks_like_name(before_preposition(pieces[i].words))) return {};
  }
  return names_of(pieces);
}

std::string name_of_signature(std::string_view line) {
  for (std::string_view dash : {"— ", "– ", "- ", "—", "–"}) {
    if (!line.starts_with(dash)) continue;
    line.remove_prefix(dash.size());
    break;
  }
  const Words words = words_of(line);
  if (words.empty() || words.size() > 3 || !looks_like_name(words)) return {};
  for (std::string_view word : words) {
    if (is_one_of(fold(word), kHeadingWords)) return {};
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
