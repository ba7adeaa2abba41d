// Stems: which forms of a word belong together (mine mines mined mining), by the Snowball algorithms in Xapian. Terms
// are never stemmed in the index; a query word is widened to the forms that the archive really has.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// The stemmer of one language (BCP 47 code: "en"). Not safe for two threads at once: one each.
class Stemmer {
 public:
  // Throws std::invalid_argument for a language that Snowball does not have.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  std::string stem(const std::string& word) const;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

// Do words like this one have other forms? Letters of a script with capitals only: no numbers, initials, unspaced runs.
bool has_forms(std::string_view folded_word);

}  // namespace backfile
