#include "indexer/cleaning/credit_works.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "index/fold.h"
#include "index/word_list.h"

namespace backfile {
namespace {

// Folded. Those of writing that also stand before the name of another ("Interview: Ann Lee") need "by".
constexpr std::string_view kWriting[] = {"reporting", "tekst",   "teksti",  "testi", "testo",
                                         "text",      "texte",   "textes",  "texto", "textos",
                                         "words",     "writing", "written", "texts", "текст"};
constexpr std::string_view kWritingBy[] = {"analysis",  "article",  "column",    "commentary", "compiled",
                                           "essay",     "feature",  "interview", "opinion",    "reportage",
                                           "reportaje", "reported", "story",     "review"};
constexpr std::string_view kOther[] = {
    "art",           "artwork",     "audio",        "bild",          "bilder",       "camera",         "cartoon",
    "checked",       "design",      "drawings",     "edicion",       "edited",       "fact-checked",   "editing",
    "foto",          "fotografia",  "fotografias",  "fotograf",      "fotos",        "grafik",         "graphic",
    "graphics",      "illustrated", "illustration", "illustrations", "illustrasjon", "illustrasjoner", "ilustracion",
    "ilustraciones", "image",       "images",       "music",         "narrated",     "narration",      "photo",
    "photographed",  "photographs", "photography",  "photographies", "photos",       "picture",        "pictures",
    "produced",      "production",  "reviewed",     "traduccion",    "traduction",   "traduit",        "traducido",
    "traduzione",    "translated",  "translation",  "ubersetzung",   "valokuva",     "valokuvat",      "video",
    "videos",        "zdjecia",     "перевод",      "фото"};
constexpr std::string_view kBefore[] = {"with", "mit", "avec", "con", "additional", "fact", "medically", "other"};
constexpr std::string_view kJoiners[] = {"and", "&", "und", "et", "y", "e", "og", "och", "ja", "en", "и", "+", "/"};
constexpr std::string_view kBy[] = {"by", "von", "par", "por", "av", "af", "door"};
constexpr std::string_view kOf[] = {"de", "di"};  // an "interview de" somebody is with him
constexpr std::size_t kMostWords = 8;             // of a mark

struct WorkMark {
  std::size_t end = 0;  // of its last byte
  bool writing = false;
};

// The next word of a text from `at` on, which is moved behind it.
std::string next_word(std::string_view text, std::size_t& at) {
  const std::size_t begin = std::min(text.find_first_not_of(' ', at), text.size());
  at = std::min(text.find(' ', begin), text.size());
  return fold(text.substr(begin, at - begin));
}

// The mark that begins at byte `at`, where a word does.
std::optional<WorkMark> mark_at(std::string_view credit, std::size_t at) {
  bool works = false;
  bool writing = false;
  bool by_alone = false;
  bool additional = false;
  bool from = false;
  for (std::size_t words = 0; words < kMostWords && at < credit.size(); ++words) {
    std::string word = next_word(credit, at);
    const bool colon = word.ends_with(':');
    if (colon) word.pop_back();
    const bool other = is_one_of(word, kOther);
    if (is_one_of(word, kWriting) || is_one_of(word, kWritingBy) || other) {
      works = true;
      writing = writing || !other;
      by_alone = by_alone || is_one_of(word, kWritingBy);
    } else if (works && word == "from") {
      from = true;  // "Translated from the French by"
    } else if (works && (is_one_of(word, kBy) || (!by_alone && is_one_of(word, kOf)))) {
      return WorkMark{at, writing && !additional};
    } else if (!works && is_one_of(word, kBefore)) {
      additional = true;
    } else if (!works || !(from || is_one_of(word, kJoiners) || (colon && word.empty()))) {
      return std::nullopt;
    }
    if (colon && works && !by_alone) return WorkMark{at, writing && !additional};
  }
  return std::nullopt;
}

// Without what stands between two parts. A full stop belongs to a short word: "Martin Hale Jr."
std::string_view trimmed(std::string_view part) {
  const std::size_t begin = std::min(part.find_first_not_of(" ,;.:)|/-"), part.size());
  part.remove_prefix(begin);
  while (!part.empty()) {
    const bool stop = part.ends_with('.') && part.size() - std::min(part.rfind(' ') + 1, part.size()) > 4;
    if (!stop && std::string_view(" ,;(|/-").find(part.back()) == std::string_view::npos) break;
    part.remove_suffix(1);
  }
  return part;
}

}  // namespace

std::vector<WritingPart> writing_parts(std::string_view credit) {
  std::vector<WritingPart> parts;
  std::size_t begin = 0;
  WorkMark last{0, true};
  bool marked = false;
  auto end_part = [&](std::size_t end) {
    const std::string_view text = marked || end < credit.size() ? trimmed(credit.substr(begin, end - begin)) : credit;
    if (last.writing && !text.empty()) parts.push_back({text, marked});
  };
  for (std::size_t at = 0; at < credit.size();) {
    const std::size_t word = at + (credit[at] == '(' ? 1 : 0);
    if (const auto mark = mark_at(credit, word)) {
      end_part(at);
      last = *mark;
      marked = true;
      begin = at = mark->end;
    }
    at = std::min(credit.find(' ', at), credit.size());
    at = std::min(credit.find_first_not_of(' ', at), credit.size());
  }
  end_part(credit.size());
  return parts;
}

}  // namespace backfile
