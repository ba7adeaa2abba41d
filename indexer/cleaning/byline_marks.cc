#include "indexer/cleaning/byline_marks.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "index/character.h"
#include "index/fold.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestMark = 40;  // bytes

enum class Strength : unsigned char { sure, label, common, weak };

struct Mark {
  std::string_view words;  // folded (index/fold.h)
  Strength strength;
};

constexpr Mark kMarks[] = {
    // English
    {"by", Strength::sure},
    {"written by", Strength::sure},
    {"words by", Strength::sure},
    {"story by", Strength::sure},
    {"text by", Strength::sure},
    {"article by", Strength::sure},
    {"blog by", Strength::sure},
    {"posted by", Strength::sure},
    {"published by", Strength::sure},
    {"reported by", Strength::sure},
    {"contributed by", Strength::sure},
    {"submitted by", Strength::sure},
    {"guest post by", Strength::sure},
    {"author", Strength::label},
    {"authors", Strength::label},
    {"byline", Strength::label},
    {"writer", Strength::label},
    {"words", Strength::label},
    {"contributor", Strength::label},
    {"post author", Strength::label},
    // French
    {"par", Strength::common},
    {"ecrit par", Strength::sure},
    {"publie par", Strength::sure},
    {"propos recueillis par", Strength::sure},
    {"auteur", Strength::label},
    {"auteurs", Strength::label},
    {"texte", Strength::label},
    // German
    {"von", Strength::common},
    {"geschrieben von", Strength::sure},
    {"verfasst von", Strength::sure},
    {"text von", Strength::sure},
    {"autor", Strength::label},
    {"autorin", Strength::label},
    {"autoren", Strength::label},
    // Spanish, Portuguese
    {"por", Strength::common},
    {"escrito por", Strength::sure},
    {"publicado por", Strength::sure},
    {"autora", Strength::label},
    {"texto", Strength::label},
    // Italian
    {"di", Strength::weak},
    {"scritto da", Strength::sure},
    {"a cura di", Strength::sure},
    {"pubblicato da", Strength::sure},
    {"autore", Strength::label},
    {"testo", Strength::label},
    // Romanian
    {"scris de", Strength::sure},
    {"publicat de", Strength::sure},
    // Dutch
    {"door", Strength::weak},
    {"geschreven door", Strength::sure},
    {"tekst", Strength::label},
    // Danish, Norwegian, Swedish
    {"af", Strength::weak},
    {"av", Strength::weak},
    {"skrevet af", Strength::sure},
    {"skrevet av", Strength::sure},
    {"skriven av", Strength::sure},
    {"text", Strength::label},
    {"forfatter", Strength::label},
    {"forfattare", Strength::label},
    // Finnish, Hungarian, Turkish
    {"teksti", Strength::label},
    {"kirjoittaja", Strength::label},
    {"kirjoittanut", Strength::sure},
    {"irta", Strength::label},
    {"szerzo", Strength::label},
    {"yazan", Strength::label},
    {"yazar", Strength::label},
    // Russian, Arabic
    {"автор", Strength::label},
    {"авторы", Strength::label},
    {"текст", Strength::label},
    {"بقلم", Strength::sure},
    {"كتب", Strength::label},
};

// These stand right before the name.
constexpr std::string_view kGlued[] = {"作者", "记者", "記者", "著者", "執筆", "筆者", "글"};
constexpr std::string_view kGluedEnds[] = {"：", ":", "＝", " : "};
constexpr std::string_view kGluedWithEnd[] = {"文/", "文／", "文｜"};

bool starts_with_two_words(std::string_view text) {
  const CodePoint first = character_at(text, 0).code;
  return is_letter(first) && !u_islower(first) && text.find(' ') != std::string_view::npos;
}

std::optional<std::string_view> behind_glued(std::string_view text) {
  for (std::string_view mark : kGluedWithEnd) {
    if (text.starts_with(mark)) return text.substr(mark.size());
  }
  for (std::string_view mark : kGlued) {
    if (!text.starts_with(mark)) continue;
    const std::string_view rest = text.substr(mark.size());
    for (std::string_view end : kGluedEnds) {
      if (rest.starts_with(end)) return rest.substr(end.size());
    }
  }
  return std::nullopt;
}

// The mark's words, with the colon or without, and whether there is one.
const Mark* mark_of(std::string folded, bool& colon) {
  colon = folded.ends_with(':');
  if (colon) folded.pop_back();
  while (folded.ends_with(' ')) folded.pop_back();
  const auto* found = std::ranges::find(kMarks, folded, &Mark::words);
  return found == std::end(kMarks) ? nullptr : found;
}

// Is the word the first of a mark?
bool begins_mark(std::string_view folded) {
  while (folded.ends_with(':')) folded.remove_suffix(1);
  return std::ranges::any_of(kMarks, [&](const Mark& mark) { return mark.words.starts_with(folded); });
}

bool counts(const Mark& mark, bool colon, std::string_view behind, BylineText kind) {
  if (mark.strength == Strength::sure || colon) return true;
  if (mark.strength == Strength::label) return false;
  return (mark.strength == Strength::common || kind == BylineText::credit) && starts_with_two_words(behind);
}

}  // namespace

std::optional<std::string_view> behind_byline_mark(std::string_view text, BylineText kind) {
  if (const auto behind = behind_glued(text)) return behind;
  std::size_t ends[4] = {};  // of the first words, the fourth perhaps a colon apart
  std::size_t words = 0;
  for (std::size_t at = text.find(' '); at <= kLongestMark && words < 4; at = text.find(' ', at + 1)) {
    ends[words++] = at;
  }
  if (words == 0 || !begins_mark(fold(text.substr(0, ends[0])))) return std::nullopt;
  while (words > 0) {
    const std::size_t end = ends[--words];
    bool colon = false;
    const Mark* mark = mark_of(fold(text.substr(0, end)), colon);
    if (mark != nullptr && counts(*mark, colon, text.substr(end + 1), kind)) return text.substr(end + 1);
  }
  return std::nullopt;
}

bool is_byline_mark(std::string_view text) {
  bool colon = false;
  return text.size() <= kLongestMark && mark_of(fold_label(text), colon) != nullptr;
}

}  // namespace backfile
