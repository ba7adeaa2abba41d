#include "index/stems.h"

#include <unicode/uchar.h>
#include <xapian.h>

#include <stdexcept>

#include "index/character.h"

namespace backfile {

struct Stemmer::Implementation {
  Xapian::Stem stem;
};

Stemmer::Stemmer(std::string_view language) {
  try {
    implementation_ = std::make_unique<Implementation>(Implementation{Xapian::Stem(std::string(language))});
  } catch (const Xapian::Error&) {
    throw std::invalid_argument("no stemmer for the language '" + std::string(language) + "'");
  }
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::stem(const std::string& word) const { return implementation_->stem(word); }

bool has_forms(std::string_view folded_word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < folded_word.size();) {
    const Character c = character_at(folded_word, at);
    at = c.end;
    if (c.code == '\'') continue;
    if (c.code < 0 || !u_hasBinaryProperty(c.code, UCHAR_CASED)) return false;
    ++letters;
  }
  return letters >= 3;
}

}  // namespace backfile
