// The lexicon: every plain term of a generation with the number of articles that hold it, and the families of terms
// that share a stem. One file of the generation, mapped and never changed; queries look words up here and never scan
// Xapian's term list.
//
// Layout, little-endian, every part on an 8-byte boundary:
//   8 bytes  "BFLEX\0\0" and the version
//   u64 ×    header: number of terms, offset of each part below, number of families, file size
//   u32[n+1] where each term's text begins in the texts      terms are in byte order
//   u32[n]   articles that hold the term
//   bytes    texts of the terms
//   u32[f+1] where each family's stem begins in the stems    stems are in byte order; the stem is "language:stem"
//   u32[f+1] where each family's members begin
//   bytes    stems
//   u32[]    members: numbers of terms, those in most articles first
// A family of one term that is its own stem is not written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/stems.h"

namespace backfile {

// At most so many forms of a word are searched, those in most articles first.
inline constexpr std::size_t kMaxForms = 32;

struct TermCount {
  std::string term;
  std::uint32_t articles = 0;
};

// The bytes of a lexicon file. `terms` in byte order, without repeats; families are made for each of `languages`.
std::string build_lexicon(const std::vector<TermCount>& terms, const std::vector<std::string>& languages);

// The forms of a word that the archive has. Texts live as long as the lexicon.
struct Family {
  std::vector<std::string_view> forms;  // those in most articles first; empty where the archive has none
  bool capped = false;                  // there were more than kMaxForms
};

// Safe for any number of threads.
class Lexicon {
 public:
  // Throws IndexError where the file is missing or not whole.
  explicit Lexicon(const std::filesystem::path& file);
  ~Lexicon();
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  std::uint32_t term_count() const { return term_count_; }
  std::string_view term(std::uint32_t number) const;
  std::uint32_t articles(std::uint32_t number) const { return counts_[number]; }
  std::optional<std::uint32_t> find(std::string_view term) const;
  // The first term that is not before `text`; and the first behind all that begin with it. term_count() where none is.
  std::uint32_t lower_bound(std::string_view text) const;
  std::uint32_t upper_bound_of_beginning(std::string_view beginning) const;

  // The forms of a folded word in these languages, the word itself among them where the archive has it. `languages`
  // and `stemmers` run side by side.
  Family family(const std::string& word, std::span<const std::string> languages,
                std::span<const Stemmer> stemmers) const;

 private:
  std::string_view stem(std::uint32_t number) const;
  std::optional<std::uint32_t> find_stem(std::string_view stem) const;

  std::string_view bytes_;
  std::uint32_t term_count_ = 0;
  std::uint32_t family_count_ = 0;
  std::span<const std::uint32_t> term_begins_;
  std::span<const std::uint32_t> counts_;
  std::span<const std::uint32_t> stem_begins_;
  std::span<const std::uint32_t> member_begins_;
  std::span<const std::uint32_t> members_;
  const char* term_texts_ = nullptr;
  const char* stem_texts_ = nullptr;
};

}  // namespace backfile
