// Stems: which forms of a word belong together (mine mines mined mining), by the Snowball algorithms in Xapian. Terms
// are never stemmed in the index; a query word is widened to the forms that the archive really has.
//
// Stemmers read surfaces, with their accents (index/surface.h): inundación and inundaciones share a stem, inundacion
// has another. What they give is folded, so that économie and economies typed without its accent meet. Before stemming,
// Russian ё is е, and Turkish and Azeri names lose what stands behind their apostrophe (istanbul'da).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// Does Snowball have this language (BCP 47, its primary language counts: "pt-BR")?
bool has_stemmer(std::string_view language);

// The stemmer of one language. Not safe for two threads at once: one each.
class Stemmer {
 public:
  // Throws std::invalid_argument for a language that Snowball does not have.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  // The name of the family that a word of this surface belongs to: the language, ':' and the folded stem.
  std::string family_of(std::string_view surface) const;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

// The stem in the name of a family.
std::string_view stem_of_family(std::string_view family);

// Do words like this one have other forms? Letters of a script with capitals, or Arabic ones, only: no numbers,
// initials, unspaced runs.
bool has_forms(std::string_view folded_word);

}  // namespace backfile
