#include "index/stems.h"

#include <unicode/uscript.h>
#include <xapian.h>

#include <algorithm>
#include <stdexcept>

#include "index/character.h"
#include "index/fold.h"
#include "index/language_tag.h"

namespace backfile {
namespace {

// ISO 639-1 codes that Xapian::Stem takes; its other names ("lovins", "german2") are no languages.
constexpr std::string_view kLanguages[] = {"ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr",
                                           "ga", "hu", "hy", "id", "it", "lt", "nb", "ne", "nl",
                                           "nn", "no", "pt", "ro", "ru", "sv", "ta", "tr"};

// Xapian's Russian stemmer knows no ё, and its Turkish one no apostrophe.
std::string readied(std::string_view surface, std::string_view language) {
  if (language == "tr") surface = surface.substr(0, surface.find('\''));
  std::string word(surface);
  if (language != "ru") return word;
  constexpr std::string_view yo = "\u0451";
  for (std::size_t at = word.find(yo); at != std::string::npos; at = word.find(yo, at)) {
    word.replace(at, yo.size(), "\u0435");
  }
  return word;
}

bool is_arabic(CodePoint c) {
  UErrorCode status = U_ZERO_ERROR;
  return c >= 0x0600 && is_letter(c) && uscript_getScript(c, &status) == USCRIPT_ARABIC;
}

}  // namespace

struct Stemmer::Implementation {
  std::string language;
  Xapian::Stem stem;
};

bool has_stemmer(std::string_view language) {
  return std::ranges::find(kLanguages, primary_language(language)) != std::end(kLanguages);
}

Stemmer::Stemmer(std::string_view language) {
  if (!has_stemmer(language)) {
    throw std::invalid_argument("no stemmer for the language '" + std::string(language) + "'");
  }
  const std::string primary(primary_language(language));
  implementation_ = std::make_unique<Implementation>(Implementation{primary, Xapian::Stem(primary)});
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::family_of(std::string_view surface) const {
  std::string family = implementation_->language + ":";
  fold_append(implementation_->stem(readied(surface, implementation_->language)), family);
  return family;
}

std::string_view stem_of_family(std::string_view family) { return family.substr(family.find(':') + 1); }

bool has_forms(std::string_view folded_word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < folded_word.size();) {
    const Character c = character_at(folded_word, at);
    at = c.end;
    if (c.code == '\'') continue;
    if (!is_cased(c.code) && !is_arabic(c.code)) return false;
    ++letters;
  }
  return letters >= 3;
}

}  // namespace backfile
