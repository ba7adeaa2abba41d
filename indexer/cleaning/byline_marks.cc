#include "indexer/cleaning/byline_marks.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/byline_pieces.h"
#include "indexer/cleaning/credit_words.h"
#include "indexer/cleaning/east_asian_credit.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestMark = 40;  // bytes

// A label, as which the word of a role counts too, has a colon behind it; a role alone says nothing of the line behind.
enum class Strength : unsigned char { sure, label, role, common, weak };

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
    {"reporter", Strength::role},
    {"journalist", Strength::role},
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
    {"kommentar von", Strength::sure},
    {"ein kommentar von", Strength::sure},
    {"gastbeitrag von", Strength::sure},
    {"ein gastbeitrag von", Strength::sure},
    {"analyse von", Strength::sure},
    {"eine analyse von", Strength::sure},
    {"autor", Strength::label},
    {"autorin", Strength::label},
    {"autoren", Strength::label},
    // Spanish, Portuguese
    {"por", Strength::common},
    {"escrito por", Strength::sure},
    {"publicado por", Strength::sure},
    {"autora", Strength::label},
    {"texto", Strength::label},
    {"redaccion", Strength::role},
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
    {"muhabir", Strength::role},
    // Russian, Serbian, Croatian, Lithuanian
    {"автор", Strength::common},
    {"авторы", Strength::label},
    {"текст", Strength::label},
    {"аутор", Strength::label},
    {"pise", Strength::label},
    {"autorius", Strength::label},
    // Arabic, Persian, Hebrew
    {"بقلم", Strength::sure},
    {"الكاتب", Strength::label},
    {"كتب", Strength::weak},
    {"نویسنده", Strength::label},
    {"מאת", Strength::sure},
    // Hindi, Thai, Vietnamese, Indonesian
    {"लेखक", Strength::label},
    {"โดย", Strength::sure},
    {"tac gia", Strength::label},
    {"oleh", Strength::common},
    {"penulis", Strength::label},
};

// These stand right before the name.
constexpr std::string_view kGlued[] = {"作者", "记者", "記者", "著者",     "執筆",    "筆者",
                                       "글",   "撰文", "文",   "ライター", "取材・文"};
constexpr std::string_view kGluedEnds[] = {"：", ":", "＝", " : ", "/", " / ", "／", " ／ ", "｜"};

// Words of which the first has a capital, or an agency.
bool starts_with_name(std::string_view text) {
  if (is_agency(fold(text))) return true;
  const CodePoint first = character_at(text, 0).code;
  return is_letter(first) && !u_islower(first) && text.find(' ') != std::string_view::npos;
}

std::optional<std::string_view> behind_glued(std::string_view text) {
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

// Are the words two to four of a name, or more names of two words and more with joiners between?
bool are_whole_names(const Words& words, bool& joined) {
  constexpr std::string_view kJoiners[] = {"e", "ed", "en", "och", "og"};
  std::size_t name = 0;
  for (std::string_view word : words) {
    const bool joiner = std::ranges::find(kJoiners, word) != std::end(kJoiners);
    if (joiner && name < 2) return false;
    if (!joiner && !is_capitalised(word) && (name == 0 || !is_particle(word))) return false;
    joined = joined || joiner;
    name = joiner ? 0 : name + 1;
    if (name > 4) return false;
  }
  return name >= 2;
}

// On any line a weak mark counts where nothing but names follows, and small letters, a joiner or the particles of Dutch
// names tell its language: in English begin "Di Maria Wins", "Door County Fair". No other has "Av" and "Af".
bool counts_on_line(std::string_view mark, std::string_view behind, bool of_language) {
  constexpr std::string_view kOfDutchNames[] = {"de", "den", "der", "ten", "ter", "van"};
  const Words words = words_of_credit(behind);
  bool joined = false;
  if (!are_whole_names(words, joined)) return false;
  const bool dutch = std::ranges::any_of(
      words, [&](std::string_view word) { return std::ranges::find(kOfDutchNames, word) != std::end(kOfDutchNames); });
  return of_language || joined || mark == "Av" || mark == "Af" || u_islower(character_at(mark, 0).code) ||
         (mark == "Door" && dutch);
}

bool counts(const Mark& mark, std::string_view written, std::string_view behind, BylineText kind) {
  if (mark.strength == Strength::sure || written.ends_with(':')) return true;
  if (mark.strength == Strength::label || mark.strength == Strength::role) return false;
  const bool weak = mark.strength == Strength::weak && kind != BylineText::credit;
  if (weak && !counts_on_line(written, behind, kind == BylineText::line_of_language)) return false;
  return starts_with_name(behind);
}

}  // namespace

std::optional<std::string_view> behind_byline_mark(std::string_view text, BylineText kind) {
  if (const auto author = labelled_author(text)) return author;
  if (const auto behind = behind_glued(text)) return behind;
  if (const auto reporters = names_of_reporters(text, kind)) return reporters;
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
    if (mark != nullptr && counts(*mark, text.substr(0, end), text.substr(end + 1), kind)) return text.substr(end + 1);
  }
  return std::nullopt;
}

bool is_byline_mark(std::string_view text) {
  bool colon = false;
  const Mark* mark = text.size() <= kLongestMark ? mark_of(fold_label(text), colon) : nullptr;
  return mark != nullptr && (colon || mark->strength != Strength::role);
}

}  // namespace backfile
